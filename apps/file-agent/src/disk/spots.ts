import { OrdenaError } from '#contracts/errors';
import type { OnConflict } from '#contracts/selection';
import type { Bench, Spot } from './bench.js';
import { type Job, slotName, stageName } from './outcome.js';
import type { PlannedOp } from './planned-op.js';
import { refusal } from './refusal.js';
import type { Vault } from './vault.js';

/** Where the things of one entry are: its origin, its private name in a stage, its target. The same for commit and recovery. */

const missing = (): never => {
  throw refusal('PLAN_CONFLICT');
};

/** A move between two disks is a copy whose source goes to the trash. */
export const isBetweenDisks = (bench: Pick<Bench, 'disk'>, { action, from, to }: PlannedOp): boolean =>
  action === 'move' && bench.disk.place(from!.place).disk !== bench.disk.place(to!.place).disk;

/** Whether something new is built in the stage, rather than the entry itself taken there. */
export const isBuilt = (bench: Bench, op: PlannedOp): boolean =>
  op.action === 'copy' || op.action === 'write' || op.action === 'create-folder' || isBetweenDisks(bench, op);

const stagePlace = (bench: Bench, op: PlannedOp): string => {
  const end = isBuilt(bench, op) ? op.to : (op.slot ?? op.from);
  return (end ?? missing()).place;
};

export const stageVault = (bench: Bench, { op }: Job): Vault => bench.vault(stagePlace(bench, op));

export const pieceSpot = (bench: Bench, job: Job): Spot => ({
  folder: stageVault(bench, job).stage,
  leaf: stageName(job, 'piece'),
});

/** Where an entry that is trashed will lie: a private name already, so it goes there in one step, without the stage. */
export const slotSpot = (bench: Bench, job: Job): Spot => ({
  folder: bench.vault(job.op.from!.place).trash.files,
  leaf: slotName(job, 'piece'),
});

/** Where the entry is now. */
export const originSpot = (bench: Bench, { op }: Job): Spot => {
  if (op.slot) return { folder: bench.vault(op.slot.place).trash.files, leaf: op.slot.slot };
  return bench.spot(op.from ?? missing());
};

/** Where it goes; what is trashed or removed goes to no place. */
export const targetSpot = (bench: Bench, { op }: Job): Spot => bench.spot(op.to ?? missing());

/** A spot whose folder may be gone by now. */
export const spotIfThere = (find: () => Spot): Spot | undefined => {
  try {
    return find();
  } catch (error) {
    if (error instanceof OrdenaError) return undefined;
    throw error;
  }
};

/** Replacing or adding to a file means: the old one goes to the trash, if it is still the one that was previewed. */
export const conflictOf = ({ action, onConflict, id }: PlannedOp): OnConflict =>
  action === 'write' && id ? 'trash-existing' : (onConflict ?? 'fail');

export const expectedThere = ({ action, existing, id }: PlannedOp): PlannedOp['id'] =>
  action === 'write' ? id : existing;
