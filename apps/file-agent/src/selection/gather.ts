import type { OrdenaError } from '#contracts/errors';
import { type Folder } from '../disk/folder.js';
import { formatLocation } from '../disk/location.js';
import { TextSearch } from '../disk/text-search.js';
import { isEmptyFolder, walk, type WalkPage } from '../disk/walk.js';
import type { Reach, Target } from '../reach.js';
import type { EntryFacts, EntryKind, Filter } from './filter.js';

/** One selected entry, as it is on the disk at this moment. */
export interface Found {
  readonly name: string;
  readonly kind: EntryKind;
  /** Names from the place down to the folder that holds it. */
  readonly parts: readonly string[];
  /** Only when it was looked at: for the filter, or because of `measures`. */
  readonly facts?: EntryFacts;
}

export interface Gathering {
  readonly target: Target;
  readonly filter: Filter;
  /** Whether a selected folder's own contents are looked through too: for lists yes, for plans no. */
  readonly entersSelected: boolean;
  /** Whether entries are looked at though the filter does not ask: all, the first few thousand, or none. */
  readonly measures: 'all' | 'few' | 'none';
  onFound(found: Found, folder: Folder): void;
  /** Selected, but the owner's limits keep it out. */
  onSensitive?(found: Pick<Found, 'name' | 'parts'>): void;
  /** Of folders that are neither selected nor entered, e.g. a plan's own destination. */
  skips?(parts: readonly string[]): boolean;
}

/** So many looks cost a person no time; a list of more is shown without the sum of their sizes. */
const FEW = 4_000;
/** After so many entries the others get their turn. */
const TURN = 128;

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
  private looksLeft = FEW;
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
    const { gathering } = this;
    const { filter } = gathering;
    const named = page.entries.filter(
      ({ name, kind }) => filter.nameFits(name, kind) && gathering.skips?.([...page.parts, name]) !== true,
    );
    const looksFirst = filter.needsFacts || (!this.text && this.mayMeasure(named.length));
    let turn = 0;
    for (const { name, kind } of named) {
      if (++turn % TURN === 0) yield;
      const facts = looksFirst ? page.folder.look(name) : undefined;
      if (looksFirst && (!facts || !filter.factsFit(kind, facts))) continue;
      const found = { name, kind, parts: page.parts, facts };
      if (yield* this.contentFits(page.folder, found)) this.hand(this.measured(page.folder, found), page.folder);
    }
  }

  /** Decided for whole pages, so that a very large folder is not looked at for nothing. */
  private mayMeasure(count: number): boolean {
    const { measures } = this.gathering;
    if (measures !== 'few') return measures === 'all';
    this.looksLeft = count > this.looksLeft ? 0 : this.looksLeft - count;
    return this.looksLeft > 0;
  }

  /** What holds the words is looked at only then: mostly few do. */
  private measured(folder: Folder, found: Found): Found {
    return found.facts || !this.text || !this.mayMeasure(1) ? found : { ...found, facts: folder.look(found.name) };
  }

  private *contentFits(folder: Folder, found: Found): Generator<void, boolean> {
    const { filter } = this.gathering;
    if (filter.onlyEmpty && !isEmpty(folder, found)) return false;
    if (!this.text) return true;
    // The folders above were asked about when they were entered.
    if (found.kind !== 'file' || this.reach.isSensitive([found.name])) return false;
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

const isEmpty = (folder: Folder, { kind, name, facts }: Found): boolean => {
  if (kind === 'folder') return isEmptyFolder(folder, name);
  return kind === 'file' && facts?.size === 0;
};
