import type { Desk } from '../desk.js';
import { OrdenaError } from '#contracts/errors';
import type { Answer } from '../disk/errand.js';
import { FolderCache } from '../disk/folder-cache.js';
import type { Folder } from '../disk/folder.js';
import { isHashedAtOnce } from '../disk/hash-file.js';
import { HANDFUL, Reading } from '../disk/reading.js';
import type { Target } from '../reach.js';
import type { Filter } from './filter.js';
import { type Found, Gatherer } from './gather.js';
import { Shelves } from './shelves.js';

/** Files of one content. */
export interface TwinSet {
  readonly size: number;
  readonly hash: string;
  readonly files: readonly Twin[];
}

interface Twin {
  readonly parts: readonly string[];
  readonly name: string;
}

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
  private readonly folders: FolderCache;

  constructor(
    private readonly desk: Desk,
    private readonly asked: { readonly target: Target; readonly filter: Filter },
  ) {
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
    yield* new Gatherer(this.desk, gathering).run();
  }

  private *sortByFirst(): Generator<void, void> {
    const firsts = this.reading('first');
    try {
      for (const { parts, names, sizes } of this.shelves.sameSized(HANDFUL)) {
        const folder = this.folderAt(parts);
        if (!folder) continue;
        yield* firsts.ask(folder, { names, sizes }, (hashes) => {
          for (const [at, hash] of hashes.entries())
            if (hash !== undefined) this.put(`${sizes[at]}:${hash}`, { parts, name: names[at]! });
        });
      }
      yield* firsts.finish();
    } finally {
      firsts.close();
    }
    this.firsts.clear();
  }

  private reading(kind: 'first' | 'whole'): Reading {
    return new Reading({ kind, hardlinks: this.desk.reach.config.hardlinks === 'allow' }, this.desk.helper);
  }

  /** A folder that may not be entered, or is gone meanwhile, takes no part. */
  private folderAt(parts: readonly string[]): Folder | undefined {
    try {
      return this.folders.at(parts);
    } catch (error) {
      if (error instanceof OrdenaError) return undefined;
      throw error;
    }
  }

  private put(key: string, twin: Twin): void {
    const set = this.sets.get(key);
    if (set) set.push(twin);
    else if (this.firsts.has(key)) this.sets.set(key, [this.firsts.get(key)!, twin]);
    else this.firsts.set(key, twin);
  }

  private *sortByAll(): Generator<void, TwinSet[]> {
    const wholes = this.reading('whole');
    const sets: TwinSet[] = [];
    try {
      for (const [key, files] of this.sets) {
        const [size, hash] = key.split(':') as [string, string];
        if (isHashedAtOnce(Number(size))) sets.push({ size: Number(size), hash, files });
        else for (const twins of yield* this.byWhole(wholes, files)) sets.push({ size: Number(size), ...twins });
      }
    } finally {
      wholes.close();
    }
    return sets;
  }

  private *byWhole(wholes: Reading, files: readonly Twin[]): Generator<void, Omit<TwinSet, 'size'>[]> {
    const found = new Map<Answer, Twin[]>();
    for (const twin of files) {
      const folder = this.folderAt(twin.parts);
      const put = ([hash]: readonly Answer[]): void => void found.set(hash, [...(found.get(hash) ?? []), twin]);
      if (folder) yield* wholes.ask(folder, { names: [twin.name] }, put);
    }
    yield* wholes.finish();
    return [...found].flatMap(([hash, twins]) =>
      typeof hash === 'string' && twins.length > 1 ? [{ hash, files: twins }] : [],
    );
  }
}
