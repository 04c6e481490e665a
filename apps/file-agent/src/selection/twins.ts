import { OrdenaError } from '#contracts/errors';
import type { Desk } from '../desk.js';
import type { Answer } from '../disk/errand.js';
import { FolderCache } from '../disk/folder-cache.js';
import type { Folder } from '../disk/folder.js';
import { isHashedAtOnce } from '../disk/hash-file.js';
import { HANDFUL, Reading } from '../disk/reading.js';
import type { Target } from '../reach.js';
import { Apart } from './apart.js';
import type { Filter } from './filter.js';
import { type Found, Gatherer } from './gather.js';
import { Sheaf } from './sheaf.js';

/** Files of one content, in the order of the walk. */
export interface TwinSet {
  readonly size: number;
  readonly hash: string;
  readonly files: readonly Twin[];
}

interface Twin {
  /** Which of the folders it lies below. */
  readonly side: number;
  readonly parts: readonly string[];
  readonly name: string;
  readonly size: number;
  /** When the walk came by. */
  readonly turn: number;
}

/** A folder that is looked through, and what of it. */
export interface Side {
  readonly target: Target;
  readonly filter: Filter;
}

/**
 * Files with the same content below one folder, or below two: then a set has files of both. In three sieves: size (no file
 * opened), then all of a small file or the first 4 KiB of a large one, then all of the large ones. Each sieve sees only what
 * the one before could not tell apart. The first two work while the walk goes on: a file is read in the folder that is just
 * open, if another of its size was met before. Files that may not be read are no twins of anything.
 */
export class TwinSearch {
  /** The first file of each size; undefined once it was put among the late ones, because a second was met. */
  private readonly lone = new Map<number, Twin | undefined>();
  private readonly late: Twin[] = [];
  /** The first file with a size and a hash; in `sets` once there is a second. */
  private readonly firsts = new Map<string, Twin>();
  private readonly sets = new Map<string, Twin[]>();
  private readonly toRead = new Sheaf<Twin>();
  private readonly folders: readonly FolderCache[];
  private readonly apart?: Apart;
  private turn = 0;

  constructor(
    private readonly desk: Desk,
    private readonly sides: readonly [Side] | readonly [Side, Side],
  ) {
    this.folders = sides.map(({ target }) => new FolderCache(target.place));
    if (sides.length > 1) this.apart = new Apart();
  }

  *run(): Generator<void, TwinSet[]> {
    try {
      yield* this.sortByFirst();
      return yield* this.sortByAll();
    } finally {
      this.toRead.close();
      for (const folders of this.folders) folders.close();
    }
  }

  private *sortByFirst(): Generator<void, void> {
    const firsts = this.reading('first');
    try {
      for (const side of this.sides.keys()) {
        for (const _ of this.walk(side)) {
          yield* this.read(firsts);
          yield;
        }
      }
      yield* this.readLate(firsts);
      yield* firsts.finish();
    } finally {
      firsts.close();
    }
    this.firsts.clear();
  }

  /** Folder by folder, as the walk went. */
  private *readLate(firsts: Reading): Generator<void, void> {
    const late = this.late.toSorted((a, b) => a.turn - b.turn);
    for (const [at, twin] of late.entries()) {
      const folder = this.folderAt(twin);
      if (folder) this.toRead.add(folder, twin);
      if (at % HANDFUL === 0) yield* this.read(firsts);
    }
    yield* this.read(firsts);
  }

  private walk(side: number): Generator<void, void> {
    const onSensitive = (): void => undefined;
    const onFound = (found: Found, folder: Folder): void => this.meet(side, found, folder);
    const gathering = { ...this.sides[side]!, entersSelected: true, measures: 'all' as const, onFound, onSensitive };
    return new Gatherer(this.desk, gathering).run();
  }

  private meet(side: number, { kind, parts, name, facts }: Found, folder: Folder): void {
    const size = facts?.size ?? 0;
    if (kind !== 'file' || size === 0) return;
    this.apart?.pass(folder, side);
    const twin = { side, parts, name, size, turn: this.turn++ };
    if (!this.lone.has(size)) {
      this.lone.set(size, twin);
      return;
    }
    const first = this.lone.get(size);
    if (first) this.late.push(first);
    this.lone.set(size, undefined);
    this.toRead.add(folder, twin);
  }

  private *read(firsts: Reading): Generator<void, void> {
    for (let bundle = this.toRead.take(); bundle; bundle = this.toRead.take()) {
      const { folder, things } = bundle;
      const files = { names: things.map(({ name }) => name), sizes: things.map(({ size }) => size) };
      const onAnswers = (hashes: readonly Answer[]): void => {
        for (const [at, hash] of hashes.entries()) if (hash !== undefined) this.put(things[at]!, hash);
      };
      try {
        yield* firsts.ask(folder, files, onAnswers);
      } finally {
        folder.close();
      }
    }
  }

  private put(twin: Twin, hash: Answer): void {
    const key = `${twin.size}:${hash}`;
    const set = this.sets.get(key);
    if (set) set.push(twin);
    else if (this.firsts.has(key)) this.sets.set(key, [this.firsts.get(key)!, twin]);
    else this.firsts.set(key, twin);
  }

  private reading(kind: 'first' | 'whole'): Reading {
    return new Reading({ kind, hardlinks: this.desk.reach.config.hardlinks === 'allow' }, this.desk.helper);
  }

  /** A folder that may not be entered, or is gone meanwhile, takes no part. */
  private folderAt({ side, parts }: Twin): Folder | undefined {
    try {
      return this.folders[side]!.at(parts);
    } catch (error) {
      if (error instanceof OrdenaError) return undefined;
      throw error;
    }
  }

  private *sortByAll(): Generator<void, TwinSet[]> {
    const wholes = this.reading('whole');
    const sets: TwinSet[] = [];
    try {
      for (const [key, unsorted] of this.sets) {
        if (!this.isOfAll(unsorted)) continue;
        const [size, hash] = key.split(':') as [string, string];
        const files = unsorted.toSorted((a, b) => a.turn - b.turn);
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
      const folder = this.folderAt(twin);
      const put = ([hash]: readonly Answer[]): void => void found.set(hash, [...(found.get(hash) ?? []), twin]);
      if (folder) yield* wholes.ask(folder, { names: [twin.name] }, put);
    }
    yield* wholes.finish();
    return [...found].flatMap(([hash, twins]) =>
      typeof hash === 'string' && twins.length > 1 && this.isOfAll(twins) ? [{ hash, files: twins }] : [],
    );
  }

  /** Whether every folder that is looked through has one of them. */
  private isOfAll(twins: readonly Twin[]): boolean {
    return new Set(twins.map(({ side }) => side)).size === this.sides.length;
  }
}
