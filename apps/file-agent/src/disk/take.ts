import type { Bench, Spot } from './bench.js';
import { coded } from './errno.js';
import { isUnchanged } from './identity.js';
import type { Job } from './outcome.js';
import type { Identity, PlannedOp } from './planned-op.js';
import { refusal } from './refusal.js';
import { originSpot } from './spots.js';
import { OrdenaError } from '#contracts/errors';
import { type SysStat, kindOf } from './sys.js';

const isExpected = (stat: SysStat | undefined, id: Identity, kind: PlannedOp['kind']): stat is SysStat =>
  stat !== undefined && kindOf(stat) === kind && isUnchanged(stat, id);

interface Taking {
  readonly from: Spot;
  readonly to: Spot;
  readonly id: Identity;
  readonly kind: PlannedOp['kind'];
}

/** Before anything is touched. Throws SPECIAL_FILE, STALE, PROTECTED. */
const lookAtIt = (bench: Bench, { from, id, kind }: Taking): void => {
  const before = from.folder.stat(from.leaf);
  if (before && kindOf(before) === 'special') throw refusal('SPECIAL_FILE', { name: from.leaf });
  if (!isExpected(before, id, kind)) throw refusal('STALE', { name: from.leaf });
  if (!bench.disk.protection.mayMove(before)) throw refusal('PROTECTED', { name: from.leaf });
};

/** One rename to a private name, then a look at what was really taken. Whoever saved meanwhile is found out here. */
const bringOver = (bench: Bench, { from, to, id, kind }: Taking): void => {
  const { protection } = bench.disk;
  from.folder.renameTo(from.leaf, to.folder, to.leaf);
  bench.touch(from.folder, to.folder);
  const taken = to.folder.stat(to.leaf);
  if (!isExpected(taken, id, kind) || !protection.mayMove(taken)) throw refusal('STALE', { name: from.leaf });
};

export const takeTo = (bench: Bench, taking: Taking): void => {
  lookAtIt(bench, taking);
  bringOver(bench, taking);
};

const GONE = ['NOT_FOUND', 'NOT_A_FOLDER'];

/** The origin, or STALE when the folder it was in is gone. */
const knownOrigin = (bench: Bench, job: Job): Spot => {
  try {
    return originSpot(bench, job);
  } catch (error) {
    const known = coded(error, job.op.from?.parts.at(-1));
    throw known instanceof OrdenaError && GONE.includes(known.code) ? refusal('STALE', { cause: known }) : known;
  }
};

/** Brings the entry of a job under a private name, in the stage or in the trash. Throws STALE, PROTECTED. */
export const take = (bench: Bench, job: Job, to: Spot): void => {
  const { id, kind } = job.op;
  if (!id) throw refusal('STALE');
  const taking = { from: knownOrigin(bench, job), to, id, kind };
  lookAtIt(bench, taking);
  job.isTaken = true;
  bringOver(bench, taking);
};
