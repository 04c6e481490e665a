import type { OrdenaError } from '#contracts/errors';
import { type Folder } from '../disk/folder.js';
import { formatLocation } from '../disk/location.js';
import type { SysStat } from '../disk/sys.js';
import { TextSearch } from '../disk/text-search.js';
import { isEmptyFolder, walk, type WalkPage } from '../disk/walk.js';
import type { Reach, Target } from '../reach.js';
import type { EntryKind, Filter } from './filter.js';

/** One selected entry, as it is on the disk at this moment. */
export interface Found {
  readonly name: string;
  readonly kind: EntryKind;
  /** Names from the place down to the folder that holds it. */
  readonly parts: readonly string[];
  readonly stat: SysStat;
}

export interface Gathering {
  readonly target: Target;
  readonly filter: Filter;
  /** Whether a selected folder's own contents are looked through too: for lists yes, for plans no. */
  readonly entersSelected: boolean;
  onFound(found: Found, folder: Folder): void;
  /** Selected, but the owner's limits keep it out. */
  onSensitive?(found: Pick<Found, 'name' | 'parts'>): void;
  /** Of folders that are neither selected nor entered, e.g. a plan's own destination. */
  skips?(parts: readonly string[]): boolean;
}

const LEFT_MAX = 100;

/** What could not be looked into, by location; more than 100 are not told. */
export class Left {
  readonly locations: string[] = [];

  constructor(private readonly place: string) {}

  add(parts: readonly string[]): void {
    if (this.locations.length < LEFT_MAX) this.locations.push(formatLocation({ place: this.place, parts }));
  }
}

/** Goes through a folder once and hands over what the filter takes; yields after each page. */
export class Gatherer {
  private readonly text?: TextSearch;
  private readonly selectedFolders = new Set<string>();
  readonly left: Left;

  constructor(
    private readonly reach: Reach,
    private readonly gathering: Gathering,
  ) {
    const { filter, target } = gathering;
    this.text = filter.text === undefined ? undefined : new TextSearch(filter.text);
    this.left = new Left(target.place.name);
  }

  *run(): Generator<void, void> {
    const { target, filter } = this.gathering;
    const folder = target.place.openFolder(target.parts);
    try {
      const options = {
        depth: filter.depth,
        enters: (name: string, parts: readonly string[]) => this.enters(name, parts),
        onLeft: (parts: readonly string[], error: OrdenaError) =>
          void (error.code !== 'PROTECTED' && this.left.add(parts)),
      };
      for (const page of walk(folder, target.parts, options)) {
        yield* this.take(page);
        yield;
      }
    } finally {
      folder.close();
    }
  }

  private *take(page: WalkPage): Generator<void, void> {
    const { filter } = this.gathering;
    for (const { name, kind } of page.entries) {
      if (!filter.nameFits(name, kind) || this.gathering.skips?.([...page.parts, name]) === true) continue;
      const stat = page.folder.stat(name);
      if (!stat || !filter.factsFit(kind, { size: Number(stat.size), mtimeMs: Number(stat.mtimeNs) / 1e6 })) continue;
      const found = { name, kind, parts: page.parts, stat };
      if (yield* this.contentFits(page.folder, found)) this.hand(found, page.folder);
    }
  }

  private *contentFits(folder: Folder, found: Found): Generator<void, boolean> {
    const { filter } = this.gathering;
    if (filter.onlyEmpty && !isEmpty(folder, found)) return false;
    if (!this.text) return true;
    if (found.kind !== 'file' || this.reach.isSensitive([...found.parts, found.name])) return false;
    try {
      return yield* this.text.isIn(folder, found.name);
    } catch {
      this.left.add([...found.parts, found.name]); // no right to read it, or it went away: told, never guessed
      return false;
    }
  }

  private hand(found: Found, folder: Folder): void {
    const { gathering } = this;
    if (gathering.onSensitive && this.reach.isSensitive([found.name])) {
      gathering.onSensitive(found);
      return;
    }
    if (found.kind === 'folder' && !gathering.entersSelected) this.selectedFolders.add(keyOf(found.parts, found.name));
    gathering.onFound(found, folder);
  }

  private enters(name: string, parts: readonly string[]): boolean {
    const { gathering } = this;
    const { filter } = gathering;
    if (filter.depth <= 1 || !filter.entersFolder(name) || this.selectedFolders.delete(keyOf(parts, name)))
      return false;
    if (gathering.skips?.([...parts, name]) === true) return false;
    if (!this.reach.isSensitive([name])) return true;
    this.left.add([...parts, name]);
    return false;
  }
}

const keyOf = (parts: readonly string[], name: string): string => [...parts, name].join('/');

const isEmpty = (folder: Folder, { kind, name, stat }: Found): boolean => {
  if (kind === 'folder') return isEmptyFolder(folder, name);
  return kind === 'file' && stat.size === 0n;
};
