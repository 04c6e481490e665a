import type { Folder } from './folder.js';
import type { Place } from './place.js';

const OPEN_MAX = 32;

/** Keeps the folders of a place that were used last open, since work mostly comes folder by folder. */
export class FolderCache {
  private readonly open = new Map<string, Folder>();

  constructor(private readonly place: Place) {}

  /** Owned by the cache: whoever gets it does not close it, and uses it before asking for another. */
  at(parts: readonly string[]): Folder {
    const key = parts.join('/');
    const known = this.open.get(key);
    if (known) return known;
    const folder = this.place.openFolder(parts);
    if (this.open.size >= OPEN_MAX) this.closeOldest();
    this.open.set(key, folder);
    return folder;
  }

  close(): void {
    for (const folder of this.open.values()) folder.close();
    this.open.clear();
  }

  private closeOldest(): void {
    const [oldest] = this.open;
    oldest![1].close();
    this.open.delete(oldest![0]);
  }
}
