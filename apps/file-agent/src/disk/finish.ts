import type { Bench, Spot } from './bench.js';
import { isErrno } from './errno.js';
import { childOf, parentOf } from './location.js';
import { type Job, type Outcome, type Trashed, slotName, stageName } from './outcome.js';
import { publish } from './publish.js';
import { refusal } from './refusal.js';
import { isBetweenDisks, originSpot, pieceSpot } from './spots.js';
import { takeTo } from './take.js';
import type { TrashStore } from './trash-store.js';

/** Drops a private second name, once the public one is durable. */
const dropName = ({ folder, leaf }: Spot): void => {
  try {
    folder.unlink(leaf);
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error;
  }
};

const sourceSpots = (bench: Bench, job: Job): { staged: Spot; slot: Spot; trash: TrashStore } => {
  const { stage, trash } = bench.vault(job.op.from!.place);
  return {
    trash,
    staged: { folder: stage, leaf: stageName(job, 'source') },
    slot: { folder: trash.files, leaf: slotName(job, 'source') },
  };
};

/** The source of a move between disks, now that its copy has the public name: to a private name of its own disk. */
export const takeSource = (bench: Bench, job: Job): void => {
  const { id, kind } = job.op;
  takeTo(bench, { from: originSpot(bench, job), to: sourceSpots(bench, job).staged, id: id!, kind });
};

/** From there to its own disk's trash, once the copy is durable; never deleted. */
export const keepSource = (bench: Bench, job: Job): Trashed => {
  const { from, id, kind } = job.op;
  const { staged, slot, trash } = sourceSpots(bench, job);
  trash.announce(slot.leaf, bench.disk.absolute(from!));
  if (!publish(bench, { ...staged, kind }, slot)) throw refusal('TRASH_UNSAFE');
  bench.sync();
  if (kind !== 'folder') dropName(staged);
  return { place: from!.place, slot: slot.leaf, id: id!, kind };
};

/** The second half, after the public names are durable: private names go, the source of a move between disks too. */
export const finish = (bench: Bench, job: Job, outcome: Outcome): Outcome => {
  const { op } = job;
  if (op.action === 'remove-folder' || op.action === 'trash') return outcome;
  if (op.kind !== 'folder') dropName(pieceSpot(bench, job));
  if (outcome.aside && outcome.aside.kind !== 'folder') {
    dropName({ folder: bench.vault(outcome.aside.place).stage, leaf: stageName(job, 'aside') });
  }
  if (op.slot) bench.vault(op.slot.place).trash.retract(op.slot.slot);
  return isBetweenDisks(bench, op) ? { ...outcome, source: keepSource(bench, job) } : outcome;
};

/** The public path of what was done, for receipts and undo. */
export const landedPath = ({ op }: Job, { leaf }: Pick<Outcome, 'leaf'>): Job['op']['to'] =>
  op.to && leaf !== undefined ? childOf(parentOf(op.to), leaf) : op.to;
