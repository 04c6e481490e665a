import type { Bench, Spot } from './bench.js';
import { isErrno } from './errno.js';
import { identityOf, isSameInode } from './identity.js';
import { childOf, parentOf } from './location.js';
import { type Job, type Outcome, type Trashed, slotName, stageName } from './outcome.js';
import { publish } from './publish.js';
import { refusal } from './refusal.js';
import { isBetweenDisks, originSpot, pieceSpot, targetSpot } from './spots.js';
import { takeTo } from './take.js';

/** Drops a private second name, once the public one is durable. */
const dropName = ({ folder, leaf }: Spot): void => {
  try {
    folder.unlink(leaf);
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error;
  }
};

/** Where it went, with the name it really got. */
export const landedSpot = (bench: Bench, job: Job, { leaf }: Pick<Outcome, 'leaf'>): Spot => {
  const target = targetSpot(bench, job);
  return leaf === undefined ? target : { folder: target.folder, leaf };
};

/** The source of a move between disks goes to its own disk's trash, now that its copy is durable and proven. */
export const trashSource = (bench: Bench, job: Job): Trashed => {
  const { from, id, kind } = job.op;
  const { stage, trash } = bench.vault(from!.place);
  const staged = { folder: stage, leaf: stageName(job, 'source'), kind };
  const slot = slotName(job, 'source');
  trash.announce(slot, bench.disk.absolute(from!));
  takeTo(bench, { from: originSpot(bench, job), to: staged, id: id!, kind });
  if (!publish(bench, staged, { folder: trash.files, leaf: slot })) throw refusal('TRASH_UNSAFE');
  bench.sync();
  if (kind !== 'folder') dropName(staged);
  return { place: from!.place, slot, id: id!, kind };
};

/** The receipt says done only of what is seen on the disk. */
const seen = (bench: Bench, job: Job, outcome: Outcome): Outcome => {
  const { op, made } = job;
  const expected = made ?? op.id;
  const { folder, leaf } = landedSpot(bench, job, outcome);
  const stat = folder.stat(leaf);
  if (!stat) return { ...outcome, result: 'stale', code: 'STALE' };
  return expected && isSameInode(stat, expected) ? outcome : { ...outcome, made: identityOf(stat) };
};

/** The second half, after the public names are durable: private names go, the source of a move between disks too. */
export const finish = (bench: Bench, job: Job, outcome: Outcome): Outcome => {
  const { op } = job;
  if (op.action === 'remove-folder') return outcome;
  const confirmed = seen(bench, job, outcome);
  if (op.kind !== 'folder') dropName(pieceSpot(bench, job));
  if (outcome.aside && outcome.aside.kind !== 'folder') {
    dropName({ folder: bench.vault(outcome.aside.place).stage, leaf: stageName(job, 'aside') });
  }
  if (op.slot) bench.vault(op.slot.place).trash.retract(op.slot.slot);
  return isBetweenDisks(bench, op) ? { ...confirmed, source: trashSource(bench, job) } : confirmed;
};

/** The public path of what was done, for receipts and undo. */
export const landedPath = ({ op }: Job, { leaf }: Pick<Outcome, 'leaf'>): Job['op']['to'] =>
  op.to && leaf !== undefined ? childOf(parentOf(op.to), leaf) : op.to;
