import type { ErrorCode } from '#contracts/errors';
import type { Receipt } from '#contracts/plan';
import { type Chunk, runChunk } from './chunk.js';
import type { Disk } from './disk.js';
import { inGroups } from './grouping.js';
import type { Journal } from './journal.js';
import { Needs } from './needs.js';
import type { Job, Outcome } from './outcome.js';
import type { PlanMeta } from './plan-meta.js';
import type { PlannedOp } from './planned-op.js';
import type { Steps, Stop } from './steps.js';
import { Tally } from './tally.js';

export interface Progress {
  readonly planId: string;
  readonly done: number;
  readonly failed: number;
  readonly total: number;
}

/** Outcomes as the journal keeps them: plain successes are left out. */
export const outcomesBody = (jobs: readonly Job[]): { first: number; count: number; but: Record<number, Outcome> } => ({
  first: jobs[0]!.op.seq,
  count: jobs.length,
  but: Object.fromEntries(
    jobs.filter(({ outcome }) => !isPlain(outcome!)).map(({ op, outcome }) => [op.seq, outcome!]),
  ),
});

const isPlain = (outcome: Outcome): boolean => outcome.result === 'done' && Object.keys(outcome).length === 1;

/** The end of a plan: its receipt, durable, in the journal. */
export const close = (journal: Journal, tally: Tally, { planId }: Pick<PlanMeta, 'planId'>): Receipt => {
  const receipt = tally.receipt();
  journal.append('commit', planId, receipt);
  journal.sync();
  journal.keepHead();
  return receipt;
};

/** Answers why the rest of the plan must not be tried, if so. */
function* runOne(disk: Disk, journal: Journal, chunk: Chunk): Steps<ErrorCode | undefined> {
  journal.append('intent', chunk.planId, { ops: chunk.jobs.map(({ op }) => op) });
  journal.sync();
  yield* runChunk(disk, journal, chunk);
  journal.append('done', chunk.planId, outcomesBody(chunk.jobs));
  return chunk.stop ?? (journal.isShort ? 'NO_SPACE' : undefined);
}

const NOT_STARTED: Outcome = { result: 'not-started' };

export interface CommitAsk {
  readonly meta: PlanMeta;
  readonly ops: Iterable<PlannedOp>;
}

/**
 * Runs a plan chunk by chunk: the intent of each is durable before its first change. Yields its progress after each
 * chunk and nothing now and then in between; answered `true` it begins no other entry, and of the rest only the first
 * few are read, for the receipt. Failures of single entries are outcomes, not errors. Memory holds one chunk at a time.
 */
export function* commitPlan(
  disk: Disk,
  journal: Journal,
  { meta, ops }: CommitAsk,
): Generator<Progress | undefined, Receipt, Stop> {
  const { planId, total } = meta;
  const tally = new Tally(meta);
  const needs = new Needs();
  let stop: ErrorCode | undefined;
  journal.append('begin', planId, meta);
  for (const group of inGroups(disk, ops)) {
    if (stop) {
      for (const op of group) tally.add({ planId, op, outcome: NOT_STARTED });
      break;
    }
    const chunk: Chunk = { planId, needs, jobs: group.map((op): Job => ({ planId, op })) };
    stop = yield* runOne(disk, journal, chunk);
    for (const job of chunk.jobs) tally.add(job);
    const isToldToStop = yield { planId, done: tally.done, failed: tally.failed, total };
    if (isToldToStop) stop ??= 'CANCELLED';
  }
  if (stop === 'CANCELLED') tally.wasStopped = true;
  return close(journal, tally, meta);
}
