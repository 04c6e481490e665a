import { issue, refused } from '#contracts/issues';
import { formatLocation } from '../disk/location.js';
import type { Target } from '../reach.js';
import { extensionOf } from '../selection/category.js';
import type { Source } from './source.js';
import { fillFolder, fillName, type Filling, fillingOf, folderWords, placeholdersIn } from './template.js';

/** Where one entry is to go. */
export interface Spot {
  readonly folder: readonly string[];
  readonly name: string;
}

/** The folder in there that one of these words names, spelled as it is on the disk. */
type FolderLike = (parent: readonly string[], words: readonly string[]) => string | undefined;

const NAMING = ['name', 'stem', 'n'] as const;

/** `{name}`, `{stem}`, `{n}` or an extension of its own make the last part a name; a bare `{ext}` sorts into folders. */
const isNameTemplate = (part: string): boolean => {
  const holds = placeholdersIn(part);
  return NAMING.some((word) => holds.has(word)) || (holds.has('ext') && part !== '{ext}');
};

const checkFolderPart = (part: string): void => {
  if (placeholdersIn(part).has('relpath') && part !== '{relpath}') {
    throw refused('BAD_VALUE', [issue('to', 'relpath-alone')]);
  }
};

/**
 * A destination with placeholders, made ready. Its last part is a folder, unless it holds a placeholder that makes names;
 * for one file it is a name too when it has that file's extension and no such folder exists (`to: "documents/b.txt"`).
 */
export class Destination {
  private readonly folderParts: readonly string[];
  private readonly nameTemplate?: string;
  private readonly folderLike?: FolderLike;

  constructor(
    readonly target: Target,
    options: { single?: Source; folderExists?: boolean; folderLike?: FolderLike } = {},
  ) {
    this.folderLike = options.folderLike;
    const { parts, mustBeFolder } = target;
    const last = parts.at(-1);
    const { single, folderExists = false } = options;
    const naming =
      last !== undefined && !mustBeFolder && (isNameTemplate(last) || (!folderExists && renames(last, single)));
    this.folderParts = naming ? parts.slice(0, -1) : parts;
    this.nameTemplate = naming ? last : undefined;
    this.folderParts.forEach(checkFolderPart);
  }

  /** Names from the place down to the first one that has to be filled: nothing below them is part of the selection. */
  get fixedParts(): readonly string[] {
    const open = this.folderParts.findIndex((part) => placeholdersIn(part).size > 0);
    return open < 0 ? this.folderParts : this.folderParts.slice(0, open);
  }

  get isFixed(): boolean {
    return this.fixedParts.length === this.folderParts.length;
  }

  /** As people see it: the folder where the entries go, placeholders and all. */
  get location(): string {
    return formatLocation({ place: this.target.place.name, parts: this.target.parts });
  }

  /** `n` counts from 1; `below` is how many names of the source's folder belong to where the selection started. */
  spotFor(source: Source, { n, below }: { n: number; below: number }): Spot {
    const relparts = source.parts.slice(below);
    const isFolder = source.kind === 'folder';
    const filling = fillingOf({
      name: source.name,
      isFolder,
      mtimeMs: source.mtimeMs,
      relpath: relparts.join('/'),
      parent: source.parts.at(-1) ?? '',
      n,
    });
    const folder: string[] = [];
    for (const part of this.folderParts) {
      const filled = part === '{relpath}' ? relparts : [this.folderCalled(part, { filling, parent: folder })];
      folder.push(...filled.filter((name) => name !== ''));
    }
    const name = this.nameTemplate === undefined ? source.name : fillName(this.nameTemplate, { filling, isFolder });
    return { folder, name };
  }

  /** Where pictures have a folder already, they go there, whatever language its name is in. */
  private folderCalled(part: string, { filling, parent }: { filling: Filling; parent: readonly string[] }): string {
    const words = folderWords(part, filling);
    return (words && this.folderLike?.(parent, words)) ?? fillFolder(part, filling);
  }
}

const renames = (last: string, single: Source | undefined): boolean =>
  single?.kind === 'file' &&
  extensionOf(single.name) !== '' &&
  extensionOf(last).toLowerCase() === extensionOf(single.name).toLowerCase();
