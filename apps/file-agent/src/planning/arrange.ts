import { OrdenaError } from '#contracts/errors';
import type { PlanEntry } from '#contracts/plan';
import type { OnConflict } from '#contracts/selection';
import { identityOf } from '../disk/identity.js';
import { shownName } from '../disk/shown-name.js';
import { numberedName } from '../disk/numbered-name.js';
import type { Identity } from '../disk/planned-op.js';
import { refusal } from '../disk/refusal.js';
import type { SysStat } from '../disk/sys.js';
import type { Source } from './source.js';
import { claim, claimed, nameKey, type TargetFolder, type TargetFolders } from './target-folders.js';

/** An entry and the place and name it is meant to get. */
export interface Want {
  readonly source: Source;
  readonly folder: TargetFolder;
  readonly name: string;
}

/** A plan has up to millions of them, so each is made when it is asked for; undefined: that entry stays where it is. */
export interface Wants {
  readonly length: number;
  at(index: number): Want | undefined;
}

/** A want in hand. */
interface Held extends Want {
  readonly index: number;
  /** What stood at that name when it was looked at; null: nothing. */
  occupant?: SysStat | null;
}

type Fate = 'go' | 'skip' | 'already-there';
const FATES: readonly (Fate | undefined)[] = [undefined, 'go', 'skip', 'already-there'];

/** What is settled about a want. `after`: the number in the plan of the entry that must have left that name first. */
export interface Settled {
  readonly want: Want & { readonly index: number };
  readonly fate: Fate;
  readonly name: string;
  readonly conflict?: PlanEntry['conflict'];
  readonly existing?: Identity;
  readonly after?: number;
}

export interface ArrangeOptions {
  readonly targets: TargetFolders;
  readonly policy: OnConflict;
  /** Whether the entries come from the place that they go to. */
  readonly isSamePlace: boolean;
  /** Whether entries leave their old names, as moves do and copies do not. */
  readonly vacates: boolean;
}

const inodeOf = ({ dev, ino }: { dev: bigint | string; ino: bigint | string }): string => `${dev}:${ino}`;

/**
 * Gives every entry of a plan its final name, in an order in which each name is free when its turn comes: in `a → b`,
 * `b → c` the second goes first. A circle has no such order and is PLAN_CONFLICT, before anything is changed.
 */
export class Arranger {
  /** Which entry leaves by its inode. Made when the first name is found taken: mostly none is. */
  private byInode?: Map<string, number>;
  private readonly fates: Uint8Array;
  private readonly seqs: Int32Array;

  constructor(
    private readonly wants: Wants,
    private readonly options: ArrangeOptions,
  ) {
    this.fates = new Uint8Array(wants.length);
    this.seqs = new Int32Array(wants.length);
  }

  /** In the order in which they must run. Throws PLAN_CONFLICT, EXISTS, NAME_COLLISION, BAD_NAME, SENSITIVE. */
  *run(): Generator<Settled> {
    for (let index = 0; index < this.wants.length; index++) {
      for (const next of this.chainFrom(index)) yield this.keep(this.settle(next));
    }
  }

  /** To be told the number that an entry got in the plan, for those that must wait for it. */
  note({ want }: Settled, seq: number): void {
    this.seqs[want.index] = seq;
  }

  private keep(settled: Settled): Settled {
    this.fates[settled.want.index] = FATES.indexOf(settled.fate);
    return settled;
  }

  private hold(index: number | undefined): Held | undefined {
    const want = index === undefined || this.fates[index] !== 0 ? undefined : this.wants.at(index);
    return want && { ...want, index: index! };
  }

  /** The want itself last, before it those that must leave first. Each waits for at most one, so this is a line. */
  private chainFrom(start: number): Held[] {
    const chain: Held[] = [];
    const seen = new Set<number>();
    for (let want = this.hold(start); want; want = this.hold(this.blocker(want))) {
      if (seen.has(want.index)) throw circle(want);
      seen.add(want.index);
      chain.push(want);
    }
    return chain.reverse();
  }

  /** The other entry of this plan that stands where this one wants to go. */
  private blocker(want: Held): number | undefined {
    if (this.isInPlace(want)) return undefined;
    const occupant = this.look(want);
    const other = occupant && this.leaving().get(inodeOf(occupant));
    return other === want.index ? undefined : other;
  }

  private look(want: Held): SysStat | undefined {
    if (want.occupant === undefined) want.occupant = this.options.targets.look(want.folder, want.name) ?? null;
    return want.occupant ?? undefined;
  }

  private leaving(): ReadonlyMap<string, number> {
    if (this.byInode) return this.byInode;
    this.byInode = new Map();
    for (let index = 0; this.options.vacates && index < this.wants.length; index++) {
      const want = this.wants.at(index);
      if (want && !want.source.isHardLinked) this.byInode.set(inodeOf(want.source.id), index);
    }
    return this.byInode;
  }

  private settle(want: Held): Settled {
    if (this.isInPlace(want)) return { want, fate: 'already-there', name: want.name };
    // What a thing is called already it may keep, whatever a new name would have to be like.
    if (want.name !== want.source.name) this.options.targets.checkName(want.name);
    const occupant = this.look(want);
    const blocker = this.blocker(want);
    const isFree = !occupant || this.isItself(occupant, want) || this.hasLeft(blocker);
    const isClaimed = claimed(want.folder, want.name) !== undefined;
    if (!isFree || isClaimed) return this.resolve(want, isClaimed ? undefined : occupant);
    claim(want.folder, want.name);
    return { want, fate: 'go', name: want.name, ...(blocker !== undefined && { after: this.seqs[blocker]! }) };
  }

  private isInPlace({ source, folder, name }: Want): boolean {
    return (
      this.options.isSamePlace &&
      source.name === name &&
      source.parts.length === folder.parts.length &&
      source.parts.every((part, at) => part === folder.parts[at])
    );
  }

  private hasLeft(blocker: number | undefined): boolean {
    return blocker !== undefined && FATES[this.fates[blocker]!] === 'go';
  }

  /** Only the spelling changes, on a disk that takes both spellings for one name. */
  private isItself(occupant: SysStat, { source }: Want): boolean {
    return this.options.vacates && !source.isHardLinked && inodeOf(occupant) === inodeOf(source.id);
  }

  private resolve(want: Held, occupant: SysStat | undefined): Settled {
    const { policy } = this.options;
    if (policy === 'number') return this.number(want);
    if (policy === 'skip') return { want, fate: 'skip', name: want.name, conflict: 'skip' };
    if (occupant === undefined) throw contention(want);
    if (policy === 'fail') throw refusal('EXISTS', { name: want.name });
    claim(want.folder, want.name);
    return { want, fate: 'go', name: want.name, conflict: 'trash-existing', existing: identityOf(occupant) };
  }

  private number(want: Held): Settled {
    const { folder } = want;
    const key = nameKey(folder, want.name);
    for (let number = (folder.lastNumber.get(key) ?? 0) + 1; ; number++) {
      const name = numberedName(want.name, number);
      if (claimed(folder, name) !== undefined || this.options.targets.look(folder, name)) continue;
      folder.lastNumber.set(key, number);
      claim(folder, name);
      return { want, fate: 'go', name, conflict: 'number' };
    }
  }
}

const circle = ({ name }: Want): OrdenaError =>
  new OrdenaError('PLAN_CONFLICT', `These new names go in a circle at "${shownName(name)}"; rename in two steps.`);

/** Two entries of one plan want one name and nobody said that they may be numbered. */
const contention = ({ folder, name }: Want): OrdenaError =>
  claimed(folder, name) === 'so'
    ? new OrdenaError(
        'PLAN_CONFLICT',
        `Several entries would be called "${shownName(name)}" there; number or skip them.`,
      )
    : new OrdenaError('NAME_COLLISION', `That disk takes several of these names for one: "${shownName(name)}".`);
