import { OrdenaError } from '#contracts/errors';
import type { PlanEntry } from '#contracts/plan';
import type { OnConflict } from '#contracts/selection';
import { identityOf } from '../disk/identity.js';
import { checkNewName } from '../disk/name.js';
import { shownName } from '../disk/shown-name.js';
import { numberedName } from '../disk/numbered-name.js';
import type { Identity } from '../disk/planned-op.js';
import { refusal } from '../disk/refusal.js';
import type { SysStat } from '../disk/sys.js';
import type { Source } from './source.js';
import { claim, claimedAs, nameKey, type TargetFolder, type TargetFolders } from './target-folders.js';

/** An entry and the place and name it is meant to get; then what became of that. A plan has up to millions of them. */
export interface Want {
  readonly source: Source;
  readonly folder: TargetFolder;
  readonly name: string;
  fate?: Fate;
  /** What stood at that name when it was looked at; null: nothing. Forgotten once the name is settled. */
  occupant?: SysStat | null;
  /** Its number in the plan, for those that must wait for it. */
  seq?: number;
}

type Fate = 'go' | 'skip' | 'already-there';

/** What is settled about a want. `after`: the want whose entry must have left that name first. */
export interface Settled {
  readonly want: Want;
  readonly fate: Fate;
  readonly name: string;
  readonly conflict?: PlanEntry['conflict'];
  readonly existing?: Identity;
  readonly after?: Want;
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
  /** Made when the first name is found taken: mostly none is. */
  private byInode?: Map<string, Want>;

  constructor(
    private readonly wants: readonly Want[],
    private readonly options: ArrangeOptions,
  ) {}

  /** In the order in which they must run. Throws PLAN_CONFLICT, EXISTS, NAME_COLLISION, BAD_NAME. */
  *run(): Generator<Settled> {
    for (const want of this.wants) {
      for (const next of this.chainFrom(want)) yield this.keep(this.settle(next));
    }
  }

  private keep(settled: Settled): Settled {
    settled.want.fate = settled.fate;
    settled.want.occupant = undefined;
    return settled;
  }

  /** The want itself last, before it those that must leave first. Each waits for at most one, so this is a line. */
  private chainFrom(start: Want): Want[] {
    const chain: Want[] = [];
    const seen = new Set<Want>();
    for (let want: Want | undefined = start; want && want.fate === undefined; want = this.blocker(want)) {
      if (seen.has(want)) throw circle(want);
      seen.add(want);
      chain.unshift(want);
    }
    return chain;
  }

  /** The other entry of this plan that stands where this one wants to go. */
  private blocker(want: Want): Want | undefined {
    if (this.isInPlace(want)) return undefined;
    const occupant = this.look(want);
    const other = occupant && this.leaving().get(inodeOf(occupant));
    return other === want ? undefined : other;
  }

  private look(want: Want): SysStat | undefined {
    if (want.occupant === undefined) want.occupant = this.options.targets.look(want.folder, want.name) ?? null;
    return want.occupant ?? undefined;
  }

  private leaving(): ReadonlyMap<string, Want> {
    if (this.byInode) return this.byInode;
    this.byInode = new Map();
    const leavers = this.options.vacates ? this.wants : [];
    for (const want of leavers) if (!want.source.isHardLinked) this.byInode.set(inodeOf(want.source.id), want);
    return this.byInode;
  }

  private settle(want: Want): Settled {
    if (this.isInPlace(want)) return { want, fate: 'already-there', name: want.name };
    // What a thing is called already it may keep, whatever a new name would have to be like.
    if (want.name !== want.source.name) checkNewName(want.name);
    const occupant = this.look(want);
    const blocker = this.blocker(want);
    const isFree = !occupant || this.isItself(occupant, want) || this.hasLeft(blocker);
    const isClaimed = claimedAs(want.folder, want.name) !== undefined;
    if (!isFree || isClaimed) return this.resolve(want, isClaimed ? undefined : occupant);
    claim(want.folder, want.name);
    return { want, fate: 'go', name: want.name, ...(blocker && { after: blocker }) };
  }

  private isInPlace({ source, folder, name }: Want): boolean {
    return (
      this.options.isSamePlace &&
      source.name === name &&
      source.parts.length === folder.parts.length &&
      source.parts.every((part, at) => part === folder.parts[at])
    );
  }

  private hasLeft(blocker: Want | undefined): boolean {
    return blocker?.fate === 'go';
  }

  /** Only the spelling changes, on a disk that takes both spellings for one name. */
  private isItself(occupant: SysStat, { source }: Want): boolean {
    return this.options.vacates && !source.isHardLinked && inodeOf(occupant) === inodeOf(source.id);
  }

  private resolve(want: Want, occupant: SysStat | undefined): Settled {
    const { policy } = this.options;
    if (policy === 'number') return this.number(want);
    if (policy === 'skip') return { want, fate: 'skip', name: want.name, conflict: 'skip' };
    if (occupant === undefined) throw contention(want);
    if (policy === 'fail') throw refusal('EXISTS', { name: want.name });
    claim(want.folder, want.name);
    return { want, fate: 'go', name: want.name, conflict: 'trash-existing', existing: identityOf(occupant) };
  }

  private number(want: Want): Settled {
    const { folder } = want;
    const key = nameKey(folder, want.name);
    for (let number = (folder.lastNumber.get(key) ?? 0) + 1; ; number++) {
      const name = numberedName(want.name, number);
      if (claimedAs(folder, name) !== undefined || this.options.targets.look(folder, name)) continue;
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
  claimedAs(folder, name) === name
    ? new OrdenaError(
        'PLAN_CONFLICT',
        `Several entries would be called "${shownName(name)}" there; number or skip them.`,
      )
    : new OrdenaError('NAME_COLLISION', `That disk takes several of these names for one: "${shownName(name)}".`);
