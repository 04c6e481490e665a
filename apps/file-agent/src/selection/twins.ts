import type { Desk } from '../desk.js';
import { OrdenaError } from '#contracts/errors';
import { FolderCache } from '../disk/folder-cache.js';
import { FileHasher, isHashedAtOnce } from '../disk/hash-file.js';
import type { Target } from '../reach.js';
import type { Filter } from './filter.js';
import { type Found, Gatherer } from './gather.js';
import { type Shelved, Shelves } from './shelves.js';

/** Files of one content. */
export interface TwinSet {
  readonly size: number;
  readonly hash: string;
  readonly files: readonly Twin[];
}

type Twin = Pick<Shelved, 'name' | 'parts'>;

/** After so many openings the others get their turn. */
const TURN = 64;

/**
 * Files with the same content, in three sieves: size (no file opened), then all of a small file or the first 4 KiB of a
 * large one, then all of the large ones. Each sieve sees only what the one before could not tell apart; one walk.
 * Files that may not be read are no twins of anything.
 */
export class TwinSearch {
  private readonly shelves = new Shelves();
  /** The first file with a size and a hash; in `sets` once there is a second. */
  private readonly firsts = new Map<string, Twin>();
  private readonly sets = new Map<string, Twin[]>();
  private readonly hasher: FileHasher;
  private readonly folders: FolderCache;

  constructor(
    private readonly desk: Desk,
    private readonly asked: { readonly target: Target; readonly filter: Filter },
  ) {
    this.hasher = new FileHasher({ hardlinks: desk.reach.config.hardlinks === 'allow' });
    this.folders = new FolderCache(asked.target.place);
  }

  *run(): Generator<void, TwinSet[]> {
    try {
      yield* this.walk();
      yield* this.sortByFirst();
      return yield* this.sortByAll();
    } finally {
      this.folders.close();
    }
  }

  private *walk(): Generator<void, void> {
    const onFound = (found: Found): void => {
      if (found.kind === 'file' && found.facts!.size > 0) this.shelves.add(found);
    };
    const onSensitive = (): void => undefined;
    const gathering = { ...this.asked, entersSelected: true, measures: 'all' as const, onFound, onSensitive };
    yield* new Gatherer(this.desk.reach, gathering).run();
  }

  private *sortByFirst(): Generator<void, void> {
    let turn = 0;
    for (const { parts, name, size } of this.shelves.sameSized()) {
      if (++turn % TURN === 0) yield;
      const hash = readable(() => this.hasher.first(this.folders.at(parts), name, size));
      if (hash !== undefined) this.put(`${size}:${hash}`, { parts, name });
    }
    this.firsts.clear();
  }

  private put(key: string, twin: Twin): void {
    const set = this.sets.get(key);
    if (set) set.push(twin);
    else if (this.firsts.has(key)) this.sets.set(key, [this.firsts.get(key)!, twin]);
    else this.firsts.set(key, twin);
  }

  private *sortByAll(): Generator<void, TwinSet[]> {
    const sets: TwinSet[] = [];
    for (const [key, files] of this.sets) {
      const [size, hash] = key.split(':') as [string, string];
      if (isHashedAtOnce(Number(size))) sets.push({ size: Number(size), hash, files });
      else for (const twins of yield* this.byWhole(files)) sets.push({ size: Number(size), ...twins });
    }
    return sets;
  }

  private *byWhole(files: readonly Twin[]): Generator<void, Omit<TwinSet, 'size'>[]> {
    const found = new Map<string, Twin[]>();
    for (const twin of files) {
      const hash = yield* this.wholeHash(twin);
      if (hash !== undefined) found.set(hash, [...(found.get(hash) ?? []), twin]);
    }
    return [...found].filter(([, twins]) => twins.length > 1).map(([hash, twins]) => ({ hash, files: twins }));
  }

  private *wholeHash({ parts, name }: Twin): Generator<void, string | undefined> {
    try {
      return yield* this.hasher.whole(this.folders.at(parts), name);
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
