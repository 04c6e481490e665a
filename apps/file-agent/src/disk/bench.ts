import type { Disk } from './disk.js';
import type { Folder } from './folder.js';
import { inodeKey } from './identity.js';
import { type PlacePath, parentOf } from './location.js';
import { refusal } from './refusal.js';
import type { Vault } from './vault.js';

/** An entry by its open parent folder and its name there. The bench closes the folder. */
export interface Spot {
  readonly folder: Folder;
  readonly leaf: string;
}

const OPEN_MAX = 64;

/**
 * The folders in use while one chunk of a plan runs: each opened once, made durable once at the end, closed at last.
 */
export class Bench {
  private readonly opened = new Map<string, Folder>();
  private readonly dirty = new Set<Folder>();

  constructor(readonly disk: Disk) {}

  vault(place: string): Vault {
    return this.disk.vault(place);
  }

  /** An open folder; stays open until the chunk ends. Throws what `Place.openFolder` throws. */
  folder(path: PlacePath): Folder {
    const key = [path.place, ...path.parts].join('/');
    const known = this.opened.get(key);
    if (known) return known;
    const folder = this.openNew(path);
    this.opened.set(key, folder);
    return folder;
  }

  private openNew(path: PlacePath): Folder {
    const place = this.disk.place(path.place);
    const parent = this.opened.get([path.place, ...path.parts.slice(0, -1)].join('/'));
    const leaf = path.parts.at(-1);
    if (!parent || leaf === undefined || parent.kind(leaf) !== 'folder') return place.openFolder(path.parts);
    return parent.open(leaf);
  }

  spot(path: PlacePath): Spot {
    const leaf = path.parts.at(-1);
    if (leaf === undefined) throw refusal('PROTECTED', { name: path.place });
    return { folder: this.folder(parentOf(path)), leaf };
  }

  /** Whether that entry is the folder at `path` or one above it: by identity, so no spelling hides it. */
  contains(entry: { dev: bigint | string; ino: bigint | string }, path: PlacePath): boolean {
    const wanted = inodeKey(entry);
    const walked = path.parts.map((_, at) => ({ place: path.place, parts: path.parts.slice(0, at + 1) }));
    return walked.some((above) => inodeKey(this.folder(above)) === wanted);
  }

  /** Its names changed: `sync` makes that durable. */
  touch(...folders: Folder[]): void {
    for (const folder of folders) this.dirty.add(folder);
  }

  sync(): void {
    for (const folder of this.dirty) folder.sync();
    this.dirty.clear();
  }

  /** Between two entries: keeps the number of open folders small, and trusts no path after a folder went elsewhere. */
  tidy(moved: boolean): void {
    if (!moved && this.opened.size < OPEN_MAX) return;
    this.sync();
    this.close();
  }

  close(): void {
    for (const folder of this.opened.values()) folder.close();
    this.opened.clear();
    this.dirty.clear();
  }
}
