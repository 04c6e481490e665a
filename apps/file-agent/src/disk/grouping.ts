import type { Disk } from './disk.js';
import { formatLocation, type PlacePath } from './location.js';
import type { Action, PlannedOp } from './planned-op.js';
import { isBetweenDisks } from './spots.js';

const FIRST_GROUP = 64;
export const GROUP_MAX = 1024;
const GROUP_BYTES = 256 << 20;

/** The folders above it, outermost first. */
const above = ({ place, parts }: PlacePath): string[] =>
  parts.map((_, depth) => formatLocation({ place, parts: parts.slice(0, depth) }));

/** A folder that is removed is empty: nothing can be in it that another entry works on. */
const LEAVES: readonly Action[] = ['move', 'trash'];

/** Whether what stands at its target goes, to make room for it. */
const replaces = ({ action, onConflict, data }: PlannedOp): boolean =>
  onConflict === 'trash-existing' || (action === 'write' && data?.mode !== 'create');

/** What the entries of one group work on. */
class Ground {
  /** Folders in which an entry lies or lands, and those above. */
  private readonly workedIn = new Set<string>();
  /** Names that something leaves: an entry, or what it replaces. */
  private readonly left = new Set<string>();
  /** Names that something goes to. */
  private readonly aimedAt = new Set<string>();

  add(op: PlannedOp): void {
    const { action, from, to } = op;
    for (const path of [from, to]) for (const folder of path ? above(path) : []) this.workedIn.add(folder);
    if (from && LEAVES.includes(action)) this.left.add(formatLocation(from));
    if (to && replaces(op)) this.left.add(formatLocation(to));
    if (to) this.aimedAt.add(formatLocation(to));
  }

  /** Whether its names, or a folder above them, lose what they hold, or others work in the folder that it takes away. */
  holds(op: PlannedOp): boolean {
    const { action, from, to } = op;
    if (action === 'remove-folder') return false;
    if ([from, replaces(op) ? to : undefined].some((path) => path && this.isBusy(formatLocation(path)))) return true;
    return [from, to].some(
      (path) => path && [...above(path), formatLocation(path)].some((name) => this.left.has(name)),
    );
  }

  private isBusy(name: string): boolean {
    return this.workedIn.has(name) || this.aimedAt.has(name);
  }
}

/** A folder that is copied is read as a whole and may lose its source afterwards: no other entry runs beside it. */
const runsAlone = (disk: Disk, op: PlannedOp): boolean =>
  op.kind === 'folder' && (op.action === 'copy' || isBetweenDisks({ disk }, op));

/** Whether it may take from under another what that one works on: files of one disk cannot. */
const mayContend = (disk: Disk, op: PlannedOp): boolean =>
  (op.kind === 'folder' && LEAVES.includes(op.action)) || replaces(op) || isBetweenDisks({ disk }, op);

class Group {
  readonly ops: PlannedOp[] = [];
  bytes = 0;
  private ground?: Ground;

  constructor(
    private readonly disk: Disk,
    private readonly size: number,
  ) {}

  add(op: PlannedOp): void {
    this.ops.push(op);
    this.bytes += runsAlone(this.disk, op) ? GROUP_BYTES : op.bytes;
    this.ground?.add(op);
    if (!this.ground && mayContend(this.disk, op)) this.survey();
  }

  private survey(): Ground {
    this.ground = new Ground();
    for (const op of this.ops) this.ground.add(op);
    return this.ground;
  }

  get isFull(): boolean {
    return this.ops.length >= this.size || this.bytes >= GROUP_BYTES;
  }

  /** Whether the entry must wait until this group is finished and durable. */
  mustEndBefore(op: PlannedOp): boolean {
    if (this.ops.length === 0) return false;
    if (this.isFull || runsAlone(this.disk, op)) return true;
    const ground = this.ground ?? (mayContend(this.disk, op) ? this.survey() : undefined);
    return ground?.holds(op) === true;
  }
}

/**
 * Entries in groups that grow: the first answers soon, later ones share their syncs. Bounded by bytes too. Entries that
 * contend for one thing, or one of which moves a folder that another works in, are never in one group: recovery can then
 * tell by each entry's own names what became of it.
 */
export const inGroups = function* (disk: Disk, ops: Iterable<PlannedOp>): Generator<PlannedOp[]> {
  let size = FIRST_GROUP;
  let group = new Group(disk, size);
  for (const op of ops) {
    if (group.mustEndBefore(op)) {
      yield group.ops;
      if (group.isFull) size = Math.min(size * 4, GROUP_MAX);
      group = new Group(disk, size);
    }
    group.add(op);
  }
  if (group.ops.length > 0) yield group.ops;
};
