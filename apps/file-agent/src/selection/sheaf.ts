import type { Folder } from '../disk/folder.js';
import { HANDFUL } from '../disk/reading.js';

/** Things in one open folder, at most a handful. */
interface Bundle<T> {
  readonly folder: Folder;
  readonly things: T[];
}

/** Gathers things folder by folder until somebody comes for them; their folders stay open until then. */
export class Sheaf<T> {
  private readonly bundles: Bundle<T>[] = [];

  add(folder: Folder, thing: T): void {
    const last = this.bundles.at(-1);
    if (last?.folder === folder && last.things.length < HANDFUL) last.things.push(thing);
    else this.bundles.push({ folder: folder.share(), things: [thing] });
  }

  /** The oldest; whoever takes it closes its folder. */
  take(): Bundle<T> | undefined {
    return this.bundles.shift();
  }

  close(): void {
    for (const { folder } of this.bundles.splice(0)) folder.close();
  }
}
