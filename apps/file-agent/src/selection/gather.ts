import type { OrdenaError } from '#contracts/errors';
import type { Answer } from '../disk/errand.js';
import { type Folder } from '../disk/folder.js';
import type { Listed } from '../disk/list-pages.js';
import { formatLocation } from '../disk/location.js';
import { HANDFUL, type Helper, Reading } from '../disk/reading.js';
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

/** What the owner allows to look at, and who helps to read. */
export interface Looking {
  readonly reach: Reach;
  readonly helper?: Helper;
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
  private readonly texts?: Reading;
  private looksLeft = FEW;
  private readonly selectedFolders = new Set<string>();
  readonly left: Left;

  constructor(
    private readonly desk: Looking,
    private readonly gathering: Gathering,
  ) {
    const { filter, target } = gathering;
    if (filter.text !== undefined) this.texts = new Reading({ kind: 'holds', text: filter.text }, desk.helper);
    this.left = new Left(target.place.name);
  }

  *run(): Generator<void, void> {
    const { target } = this.gathering;
    const folder = target.place.openFolder(target.parts);
    try {
      yield* this.walk(folder);
      if (this.texts) yield* this.texts.finish();
    } finally {
      this.texts?.close();
      folder.close();
    }
  }

  private *walk(folder: Folder): Generator<void, void> {
    const { target, filter } = this.gathering;
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
  }

  private *take(page: WalkPage): Generator<void, void> {
    const { gathering } = this;
    const { filter } = gathering;
    const named = page.entries.filter(
      ({ name, kind }) => filter.nameFits(name, kind) && gathering.skips?.([...page.parts, name]) !== true,
    );
    const looks = filter.needsFacts || (!this.texts && this.mayMeasure(named.length));
    const toRead: Found[] = [];
    let turn = 0;
    for (const listed of named) {
      if (++turn % TURN === 0) yield;
      const found = this.foundAt(page, listed, looks);
      if (!found) continue;
      if (!this.texts) this.hand(found, page.folder);
      else if (this.mayRead(found)) toRead.push(found);
    }
    yield* this.read(page.folder, toRead);
  }

  private foundAt({ folder, parts }: WalkPage, { name, kind }: Listed, looks: boolean): Found | undefined {
    const { filter } = this.gathering;
    const facts = looks ? folder.look(name) : undefined;
    if (looks && (!facts || !filter.factsFit(kind, facts))) return undefined;
    const found = { name, kind, parts, facts };
    return filter.onlyEmpty && !isEmpty(folder, found) ? undefined : found;
  }

  /** Decided for whole pages, so that a very large folder is not looked at for nothing. */
  private mayMeasure(count: number): boolean {
    const { measures } = this.gathering;
    if (measures !== 'few') return measures === 'all';
    this.looksLeft = count > this.looksLeft ? 0 : this.looksLeft - count;
    return this.looksLeft > 0;
  }

  /** The folders above were asked about when they were entered. */
  private mayRead({ kind, name }: Found): boolean {
    return kind === 'file' && !this.desk.reach.isSensitive([name]);
  }

  private *read(folder: Folder, toRead: readonly Found[]): Generator<void, void> {
    for (let at = 0; at < toRead.length; at += HANDFUL) {
      const some = toRead.slice(at, at + HANDFUL);
      yield* this.texts!.ask(folder, { names: some.map(({ name }) => name) }, (answers) => {
        for (const [number, found] of some.entries()) this.takeRead(folder, found, answers[number]);
      });
    }
  }

  /** No right to read it, or it went away: told, never guessed. What holds the words is looked at only now: few do. */
  private takeRead(folder: Folder, found: Found, answer: Answer): void {
    if (answer === undefined) this.left.add([...found.parts, found.name]);
    else if (answer === false) return;
    else if (found.facts || !this.mayMeasure(1)) this.hand(found, folder);
    else this.hand({ ...found, facts: folder.look(found.name) }, folder);
  }

  private hand(found: Found, folder: Folder): void {
    const { gathering } = this;
    if (gathering.onSensitive && this.desk.reach.isSensitive([found.name])) {
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
    if (!this.desk.reach.isSensitive([name])) return true;
    this.left.add([...parts, name]);
    return false;
  }
}

const keyOf = (parts: readonly string[], name: string): string => [...parts, name].join('/');

const isEmpty = (folder: Folder, { kind, name, facts }: Found): boolean => {
  if (kind === 'folder') return isEmptyFolder(folder, name);
  return kind === 'file' && facts?.size === 0;
};
