import type { Desk } from '../desk.js';
import { OrdenaError } from '#contracts/errors';
import type { Folder } from '../disk/folder.js';
import { FolderCache } from '../disk/folder-cache.js';
import { FileHasher, HEAD_BYTES } from '../disk/hash-file.js';
import type { Target } from '../reach.js';
import type { Filter } from './filter.js';
import { type Found, Gatherer } from './gather.js';

/** Files of one content. */
export interface TwinSet {
  readonly size: number;
  readonly hash: string;
  readonly files: readonly Twin[];
}

interface Twin {
  readonly name: string;
  readonly parts: readonly string[];
}

/**
 * Files with the same content, in three sieves: size (no file opened), then the first 4 KiB, then, where
 * there is more, all of it. Each sieve
 * sees only what the one before could not tell apart. Files that may not be read are no twins of anything.
 */
export class TwinSearch {
  private readonly sizes = new Map<number, number>();
  private readonly heads = new Map<string, Twin[]>();
  private readonly hasher: FileHasher;

  constructor(
    private readonly desk: Desk,
    private readonly asked: { readonly target: Target; readonly filter: Filter },
  ) {
    this.hasher = new FileHasher({ hardlinks: desk.reach.config.hardlinks === 'allow' });
  }

  *run(): Generator<void, TwinSet[]> {
    yield* this.each(({ stat }) => {
      const size = Number(stat.size);
      this.sizes.set(size, (this.sizes.get(size) ?? 0) + 1);
    });
    yield* this.each((found, folder) => this.sortByHead(found, folder));
    const open = new FolderCache(this.asked.target.place);
    try {
      return yield* this.sortByAll(open);
    } finally {
      open.close();
    }
  }

  private *each(onFile: (found: Found, folder: Folder) => void): Generator<void, void> {
    const onFound = (found: Found, folder: Folder): void => {
      if (found.kind === 'file' && found.stat.size > 0n) onFile(found, folder);
    };
    yield* new Gatherer(this.desk.reach, {
      ...this.asked,
      entersSelected: true,
      onFound,
      onSensitive: () => undefined,
    }).run();
  }

  private sortByHead({ name, parts, stat }: Found, folder: Folder): void {
    const size = Number(stat.size);
    if ((this.sizes.get(size) ?? 0) < 2) return;
    const head = readable(() => this.hasher.head(folder, name));
    if (head === undefined) return;
    const key = `${size}:${head}`;
    const twins = this.heads.get(key);
    if (twins) twins.push({ name, parts });
    else this.heads.set(key, [{ name, parts }]);
  }

  private *sortByAll(open: FolderCache): Generator<void, TwinSet[]> {
    const sets: TwinSet[] = [];
    for (const [key, files] of this.heads) {
      if (files.length < 2) continue;
      const [size, head] = key.split(':') as [string, string];
      if (Number(size) <= HEAD_BYTES) {
        sets.push({ size: Number(size), hash: head, files });
        continue;
      }
      for (const [hash, twins] of yield* this.byHash(open, files)) {
        if (twins.length > 1) sets.push({ size: Number(size), hash, files: twins });
      }
      yield;
    }
    return sets;
  }

  private *byHash(open: FolderCache, files: readonly Twin[]): Generator<void, Map<string, Twin[]>> {
    const found = new Map<string, Twin[]>();
    for (const twin of files) {
      const hash = yield* this.wholeHash(open, twin);
      if (hash !== undefined) found.set(hash, [...(found.get(hash) ?? []), twin]);
    }
    return found;
  }

  private *wholeHash(open: FolderCache, { parts, name }: Twin): Generator<void, string | undefined> {
    try {
      return yield* this.hasher.whole(open.at(parts), name);
    } catch (error) {
      if (error instanceof OrdenaError) return undefined;
      throw error;
    }
  }
}

/** A file that may not be read, or is gone meanwhile, takes no part. */
const readable = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch (error) {
    if (error instanceof OrdenaError) return undefined;
    throw error;
  }
};
