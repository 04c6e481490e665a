import { OrdenaError } from '#contracts/errors';
import type { Folder } from '../disk/folder.js';
import { FolderCache } from '../disk/folder-cache.js';
import type { PlacePath } from '../disk/location.js';
import { checkNewName } from '../disk/name.js';
import { NameSet } from '../disk/name-set.js';
import type { Place } from '../disk/place.js';
import type { SysStat } from '../disk/sys.js';
import type { Reach } from '../reach.js';
import { fold } from '../selection/fold.js';
import type { Draft } from './draft.js';

/** One folder that entries of a plan go to, as it is now or as it will be made. */
export interface TargetFolder {
  readonly parts: readonly string[];
  readonly exists: boolean;
  /** Whether `A.txt` and `a.txt` are one name there. */
  readonly isCaseless: boolean;
  /** Names that entries of this plan take, by `nameKey`; and as they are spelled, where that is not the same. */
  readonly claimed: NameSet;
  readonly spelled: NameSet;
  /** Where numbering goes on for a name, so that ten thousand "a.txt" do not each count from 1. */
  readonly lastNumber: Map<string, number>;
  made: boolean;
  /** How often it was asked what has a name there. */
  looks: number;
  /** All names in it, once it was asked often; `null`: too many to keep. */
  names?: ReadonlySet<string> | null;
}

/** From so many questions on, reading all names of a folder is cheaper than asking for each. */
const LOOKS_BEFORE_LISTING = 32;
/** The names of one folder that are kept while a plan is made; a folder with more is asked name by name. */
const NAMES_MAX = 20_000;

/** The folders that a plan's entries go to: what is in them, who of the plan took which name, which must be made. */
export class TargetFolders {
  private readonly known = new Map<string, TargetFolder>();
  /** The same by parent and `nameKey`: on some disks several spellings are one folder. */
  private readonly bySpelling = new Map<TargetFolder | undefined, Map<string, TargetFolder>>();
  /** Per folder: the folders in it by folded name; asked only where a plan sorts by kind. */
  private readonly foldersIn = new Map<string, ReadonlyMap<string, string>>();
  private readonly open: FolderCache;

  constructor(
    private readonly place: Place,
    private readonly reach: Pick<Reach, 'refuseSensitive'>,
  ) {
    this.open = new FolderCache(place);
  }

  /** Whether something may get that name there. Throws BAD_NAME, NAME_TOO_LONG; SENSITIVE: nobody plants keys either. */
  checkName(name: string): void {
    checkNewName(name);
    this.reach.refuseSensitive([name]);
  }

  /** Throws NOT_A_FOLDER, SYMLINK, SYMLINK_OUTSIDE, MOUNT, SENSITIVE; BAD_NAME for one that would have to be made. */
  at(parts: readonly string[]): TargetFolder {
    const key = parts.join('/');
    const known = this.known.get(key);
    if (known) return known;
    const target = this.inAnySpelling(parts);
    this.known.set(key, target);
    return target;
  }

  private inAnySpelling(parts: readonly string[]): TargetFolder {
    const parent = parts.length === 0 ? undefined : this.at(parts.slice(0, -1));
    this.reach.refuseSensitive(parts.slice(-1));
    const folder = this.openOrMissing(parts);
    if (!folder) checkNewName(parts.at(-1) ?? '');
    const siblings = this.bySpelling.get(parent) ?? new Map<string, TargetFolder>();
    this.bySpelling.set(parent, siblings);
    const key = parent ? nameKey(parent, parts.at(-1)!) : '';
    const target = siblings.get(key) ?? targetFolder(parts, folder, parent);
    siblings.set(key, target);
    return target;
  }

  /** What has that name in that folder now. */
  look(target: TargetFolder, name: string): SysStat | undefined {
    if (!target.exists) return undefined;
    const folder = this.openOrMissing(target.parts);
    return folder && mayHold(target, folder, name) ? folder.stat(name) : undefined;
  }

  /** The folder in there that one of these words names, whatever its case and accents; the first word counts most. */
  folderLike(parent: readonly string[], words: readonly string[]): string | undefined {
    const key = parent.join('/');
    let folders = this.foldersIn.get(key);
    if (!folders) this.foldersIn.set(key, (folders = foldersOf(this.openOrMissing(parent))));
    const word = words.find((candidate) => folders.has(fold(candidate)));
    return word === undefined ? undefined : folders.get(fold(word));
  }

  /** Plans making the folder and those above it, once. */
  make(target: TargetFolder, draft: Draft): void {
    if (target.exists || target.made) return;
    const parent = this.at(target.parts.slice(0, -1));
    this.make(parent, draft);
    target.made = true;
    claim(parent, target.parts.at(-1)!);
    const to: PlacePath = { place: this.place.name, parts: target.parts };
    draft.add({ action: 'create-folder', kind: 'folder', to, bytes: 0, onTheWay: true });
  }

  close(): void {
    this.open.close();
  }

  private openOrMissing(parts: readonly string[]): Folder | undefined {
    try {
      return this.open.at(parts);
    } catch (error) {
      if (error instanceof OrdenaError && error.code === 'NOT_FOUND') return undefined;
      throw error;
    }
  }
}

const targetFolder = (
  parts: readonly string[],
  folder: Folder | undefined,
  parent: TargetFolder | undefined,
): TargetFolder => ({
  parts,
  exists: folder !== undefined,
  isCaseless: (folder && toldCaseless(folder)) ?? parent?.isCaseless ?? process.platform !== 'linux',
  claimed: new NameSet(),
  spelled: new NameSet(),
  lastNumber: new Map(),
  made: false,
  looks: 0,
});

/**
 * Two names with one key cannot both be in that folder. Upper case first: only so `ß` meets `ss` and `ﬁ` meets `fi`, as
 * they do on APFS and on ext4. A disk that does tell such a pair apart gets a number too many, never a lost file.
 */
export const nameKey = ({ isCaseless: caseless }: Pick<TargetFolder, 'isCaseless'>, name: string): string =>
  caseless ? name.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC') : name;

export const claim = (folder: TargetFolder, name: string): void => {
  folder.claimed.add(nameKey(folder, name));
  if (folder.isCaseless) folder.spelled.add(name);
};

/** Whether an entry of this plan takes that name there: spelled like that, or as another name that is the same there. */
export const claimed = (folder: TargetFolder, name: string): 'so' | 'otherwise' | undefined => {
  if (!folder.claimed.has(nameKey(folder, name))) return undefined;
  return !folder.isCaseless || folder.spelled.has(name) ? 'so' : 'otherwise';
};

/** Whether it is worth asking for the name; only where one name is one spelling can a list of names rule it out. */
const mayHold = (target: TargetFolder, folder: Folder, name: string): boolean => {
  if (process.platform !== 'linux' || target.isCaseless || ++target.looks < LOOKS_BEFORE_LISTING) return true;
  if (target.names === undefined) target.names = namesIn(folder);
  return target.names === null || target.names.has(name);
};

const foldersOf = (folder: Folder | undefined): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const page of folder?.list() ?? []) {
    for (const { name, kind } of page) if (kind === 'folder') found.set(fold(name), name);
  }
  return found;
};

const namesIn = (folder: Folder): ReadonlySet<string> | null => {
  const names = new Set<string>();
  for (const page of folder.list()) {
    for (const { name } of page) names.add(name);
    if (names.size > NAMES_MAX) return null;
  }
  return names;
};

const swapCase = (name: string): string => {
  const lower = name.toLowerCase();
  return lower === name ? name.toUpperCase() : lower;
};

/**
 * Asked of the folder itself: the name of something in it, spelled in the other case, leads to the same entry or not.
 * Where nothing in it has letters it cannot be told.
 */
const toldCaseless = (folder: Folder): boolean | undefined => {
  for (const page of folder.list(64)) {
    const lettered = page.find(({ name }) => swapCase(name) !== name && fold(swapCase(name)) === fold(name));
    if (!lettered) return undefined;
    const other = folder.stat(swapCase(lettered.name));
    return other !== undefined && other.ino === folder.stat(lettered.name)?.ino;
  }
  return undefined;
};
