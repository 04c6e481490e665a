import { OrdenaError } from '#contracts/errors';
import type { Disk } from './disk.js';
import { FolderCache } from './folder-cache.js';
import { landedPath } from './finish.js';
import { isUnchanged } from './identity.js';
import type { Journal } from './journal.js';
import { formatLocation, leafOf, parentOf, type PlacePath } from './location.js';
import type { Job, Trashed } from './outcome.js';
import { chunksBackwards } from './plan-log.js';
import type { PlannedOp } from './planned-op.js';
import { slotName } from './outcome.js';
import { NameSet } from './name-set.js';
import type { SysStat } from './sys.js';
import { TrashedAgain } from './trashed-again.js';

/** A reverse entry, still without its number. */
export type ReverseOp = Omit<PlannedOp, 'seq'>;

/** `ready`: can be put back as it is; otherwise why it will be left alone. */
export interface UndoStep {
  readonly op: ReverseOp;
  /** Only when the step before it is done: its entry's `after` is that one's `seq`. */
  readonly needsPrevious: boolean;
  readonly state: 'ready' | 'changed' | 'gone';
}

/** Which entries are to be put back: asked with all the steps of one, since they stand and fall together. */
export type IsMeant = (steps: readonly ReverseOp[]) => boolean;

const bytesOf = (op: PlannedOp): { bytes: number; kind: PlannedOp['kind'] } => ({ bytes: op.bytes, kind: op.kind });

const bringBack = ({ place, slot, id, kind }: Trashed, to: PlannedOp['to']): ReverseOp => ({
  action: 'restore',
  kind,
  slot: { place, slot },
  to,
  id,
  bytes: Number(id.size),
});

/** The new version of a file goes to the trash and the old one comes back in its stead. */
const exchange = (aside: Trashed, to: PlannedOp['to'], existing: PlannedOp['existing']): ReverseOp => ({
  ...bringBack(aside, to),
  existing,
  onConflict: 'trash-existing',
});

const undoMove = ({ op, outcome }: Job, landed: PlannedOp['to']): ReverseOp[] => {
  const { made, source, aside, code } = outcome!;
  const id = made ?? op.id;
  const isCopy = source !== undefined || (made !== undefined && code === 'STALE');
  const back: ReverseOp[] = isCopy
    ? [{ action: 'trash', ...bytesOf(op), from: landed, id }, ...(source ? [bringBack(source, op.from)] : [])]
    : [{ action: 'move', ...bytesOf(op), from: landed, to: op.from, id }];
  return aside ? [...back, bringBack(aside, landed)] : back;
};

const undoNew = ({ op, outcome }: Job, landed: PlannedOp['to']): ReverseOp[] => {
  const id = outcome!.made ?? op.id;
  const { aside } = outcome!;
  return aside ? [exchange(aside, landed, id)] : [{ action: 'trash', ...bytesOf(op), from: landed, id }];
};

const undoTrash = (job: Job): ReverseOp[] => {
  const { op } = job;
  const slot = { place: op.from!.place, slot: slotName(job, 'piece') };
  return [bringBack({ ...slot, id: op.id!, kind: op.kind }, op.from)];
};

const folderOp = (action: PlannedOp['action'], { onTheWay }: PlannedOp): ReverseOp => ({
  action,
  kind: 'folder',
  bytes: 0,
  ...(onTheWay && { onTheWay }),
});

/** The entries that put one done entry back, in order. */
export const reverse = (job: Job): ReverseOp[] => {
  const { op, outcome } = job;
  const landed = landedPath(job, outcome!);
  switch (op.action) {
    case 'move':
      return undoMove(job, landed);
    case 'copy':
    case 'write':
    case 'restore':
      return undoNew(job, landed);
    case 'trash':
      return undoTrash(job);
    case 'create-folder':
      return [{ ...folderOp('remove-folder', op), from: op.to, id: outcome!.made }];
    case 'remove-folder':
      return [{ ...folderOp('create-folder', op), to: op.from, mode: outcome!.mode }];
  }
};

/** How things are now; entries mostly come folder by folder, so the last folders stay open. */
class Present {
  private readonly open = new Map<string, FolderCache>();

  constructor(
    private readonly disk: Disk,
    private readonly again: TrashedAgain,
  ) {}

  /** What is in the trash under another name by now is taken from there. */
  now(op: ReverseOp): Pick<UndoStep, 'op' | 'state'> {
    const state = this.stateOf(op);
    const slot = state === 'gone' && op.slot ? this.again.slotOf(op.id!) : undefined;
    return slot ? { op: { ...op, slot }, state: this.stateOf({ ...op, slot }) } : { op, state };
  }

  private stateOf(op: ReverseOp): UndoStep['state'] {
    if (op.action === 'create-folder') return 'ready';
    const current = this.current(op);
    if (!current) return 'gone';
    if (!isUnchanged(current, op.id!)) return 'changed';
    if (!op.existing) return 'ready';
    const there = this.stat(op.to!);
    return there && !isUnchanged(there, op.existing) ? 'changed' : 'ready';
  }

  private current(op: ReverseOp): SysStat | undefined {
    if (op.slot) return this.disk.vault(op.slot.place).trash.files.stat(op.slot.slot);
    return op.from && this.stat(op.from);
  }

  private stat(path: PlacePath): SysStat | undefined {
    try {
      return this.folders(path.place).at(parentOf(path).parts).stat(leafOf(path)!);
    } catch (error) {
      if (error instanceof OrdenaError) return undefined;
      throw error;
    }
  }

  private folders(place: string): FolderCache {
    const known = this.open.get(place);
    if (known) return known;
    const folders = new FolderCache(this.disk.place(place));
    this.open.set(place, folders);
    return folders;
  }

  close(): void {
    for (const folders of this.open.values()) folders.close();
  }
}

/** What earlier steps of this undo will bring back: whatever lies there or below is only there after them. */
class Returning {
  private readonly targets = new NameSet();

  add({ to }: ReverseOp): void {
    if (to) this.targets.add(formatLocation(to));
  }

  has(path: PlannedOp['from']): boolean {
    if (!path) return false;
    const above = path.parts.map((_, at) => ({ place: path.place, parts: path.parts.slice(0, at + 1) }));
    return above.some((folder) => this.targets.has(formatLocation(folder)));
  }

  isMeantBy({ from, to, existing }: ReverseOp): boolean {
    return this.has(from) || (existing !== undefined && this.has(to));
  }
}

/**
 * The entries that undo a committed plan, newest first, each with whether what it needs is still as the plan left it:
 * what somebody changed since is reported and left alone. What only an earlier step brings back counts as ready, since
 * the commit checks each entry again. Read from the journal chunk by chunk.
 */
export function* undoSteps(
  { disk, journal }: { readonly disk: Disk; readonly journal: Journal },
  planId: string,
  isMeant: IsMeant = () => true,
): Generator<UndoStep> {
  const returning = new Returning();
  const present = new Present(disk, new TrashedAgain(journal, planId));
  try {
    for (const { op: told, needsPrevious } of reverseOps(journal, planId, isMeant)) {
      const { op, state } = returning.isMeantBy(told) ? { op: told, state: 'ready' as const } : present.now(told);
      yield { op, needsPrevious, state };
      if (state === 'ready') returning.add(op);
    }
  } finally {
    present.close();
  }
}

function* reverseOps(
  journal: Journal,
  planId: string,
  isMeant: IsMeant,
): Generator<Pick<UndoStep, 'op' | 'needsPrevious'>> {
  for (const chunk of chunksBackwards(journal, planId)) {
    for (const job of chunk.reverse()) {
      const steps = stepsOf(job);
      if (!isMeant(steps)) continue;
      for (const [at, op] of steps.entries()) yield { op, needsPrevious: at > 0 };
    }
  }
}

const stepsOf = (job: Job): ReverseOp[] => (job.outcome!.result === 'done' ? reverse(job) : []);
