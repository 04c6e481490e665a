import { OrdenaError, type ErrorCode } from '#contracts/errors';
import { Bench } from './bench.js';
import { build } from './build.js';
import type { Disk } from './disk.js';
import { coded } from './errno.js';
import { finish } from './finish.js';
import type { Journal } from './journal.js';
import type { Job, Outcome } from './outcome.js';
import type { Needs } from './needs.js';
import { lookAhead, perform } from './perform.js';
import { recoverJob } from './recover-job.js';
import { isBuilt } from './spots.js';
import type { Steps } from './steps.js';

/** After these nothing else of the plan is tried. */
const STOPPERS: readonly ErrorCode[] = [
  'NO_SPACE',
  'READ_ONLY',
  'FAILED',
  'ROOT_CHANGED',
  'TRASH_UNSAFE',
  'JOURNAL_READONLY',
  'JOURNAL_DAMAGED',
  'CANCELLED',
];

/** One chunk of a plan: its entries, and whether the rest of the plan should still be tried afterwards. */
export interface Chunk {
  readonly planId: string;
  readonly jobs: readonly Job[];
  readonly needs: Needs;
  stop?: ErrorCode;
}

const outcomeOf = (error: unknown): Outcome => {
  const known = coded(error);
  if (!(known instanceof OrdenaError)) throw error;
  const { code } = known;
  if (code === 'CANCELLED') return { result: 'not-started', code };
  return { result: code === 'STALE' ? 'stale' : 'failed', code };
};

/** Refused before anything happened. The same thing may lie at its target all the same: another plan brought it there. */
const isUntouched = (bench: Bench, { op, isTaken }: Job): boolean =>
  !isTaken && op.action !== 'trash' && !isBuilt(bench, op);

/** What a failed try left is put back by the same code that runs after a crash; then the failure is written down. */
const fail = (bench: Bench, job: Job, { chunk, error }: { chunk: Chunk; error: unknown }): Outcome => {
  const outcome = outcomeOf(error);
  const left = isUntouched(bench, job) ? undefined : recoverJob(bench, job);
  job.isEnded = true;
  if (outcome.code && STOPPERS.includes(outcome.code)) chunk.stop = outcome.code;
  const skipped = outcome.code === 'EXISTS' && job.op.onConflict === 'skip';
  if (left?.result === 'done') return left;
  return skipped ? { result: 'skipped', code: 'EXISTS' } : outcome;
};

/** What one entry has to do in one pass over the chunk, at once or in steps; answers its outcome once it has one. */
type Pass = (job: Job) => Outcome | undefined | Steps<Outcome | undefined>;

/** Entries between two steps: some dozens of microseconds each. */
const STEP = 16;

const isOpen = ({ outcome, isEnded }: Job, chunk: Chunk): boolean =>
  outcome === undefined ? chunk.stop === undefined : outcome.result === 'done' && !isEnded;

const isInSteps = (passed: ReturnType<Pass>): passed is Steps<Outcome | undefined> =>
  passed !== undefined && 'next' in passed;

/** One pass over every entry still open, each failing on its own. Told to stop, it begins no other entry. */
function* eachOpen(bench: Bench, chunk: Chunk, pass: Pass): Steps<void> {
  for (const [at, job] of chunk.jobs.entries()) {
    if (!isOpen(job, chunk)) continue;
    try {
      const passed = pass(job);
      job.outcome = (isInSteps(passed) ? yield* passed : passed) ?? job.outcome;
    } catch (error) {
      job.outcome = fail(bench, job, { chunk, error });
    }
    if (job.outcome) chunk.needs.note(job);
    bench.tidy(job.op.kind === 'folder' && job.op.action !== 'create-folder');
    if (at % STEP === STEP - 1 && (yield)) chunk.stop ??= 'CANCELLED';
  }
}

function* buildAll(bench: Bench, chunk: Chunk, journal: Journal): Steps<void> {
  if (!chunk.jobs.some((job) => isBuilt(bench, job.op))) return;
  yield* eachOpen(bench, chunk, function* (job) {
    if (!isBuilt(bench, job.op)) return undefined;
    const early = lookAhead(bench, job);
    if (!early) yield* build(bench, job);
    return early;
  });
  const made = Object.fromEntries(chunk.jobs.flatMap((job) => (job.made ? [[job.op.seq, job.made]] : [])));
  bench.sync();
  journal.append('made', chunk.planId, made);
  journal.sync();
}

function* performAll(bench: Bench, chunk: Chunk): Steps<void> {
  yield* eachOpen(bench, chunk, (job) => job.outcome ?? chunk.needs.heldBack(job) ?? perform(bench, job));
  bench.sync();
}

function* finishAll(bench: Bench, chunk: Chunk): Steps<void> {
  yield* eachOpen(bench, chunk, (job) => job.outcome && finish(bench, job, job.outcome));
  bench.sync();
}

/** What was built for entries that then were not tried goes again. */
const clearUp = (bench: Bench, chunk: Chunk): void => {
  for (const job of chunk.jobs) {
    if (job.made && job.outcome?.result !== 'done') recoverJob(bench, job);
    job.outcome ??= { result: 'not-started', ...(chunk.stop === 'CANCELLED' && { code: chunk.stop }) };
  }
};

/**
 * Carries out a chunk whose intent is durable: build what is new, give public names, make them durable, drop private
 * names, make that durable. Every job has an outcome afterwards.
 */
export function* runChunk(disk: Disk, journal: Journal, chunk: Chunk): Steps<void> {
  const bench = new Bench(disk);
  try {
    yield* buildAll(bench, chunk, journal);
    yield* performAll(bench, chunk);
    yield* finishAll(bench, chunk);
    clearUp(bench, chunk);
  } finally {
    bench.close();
  }
}

/** After a crash: brings each entry of an interrupted chunk to an end, last first. */
export const recoverChunk = (disk: Disk, jobs: readonly Job[]): void => {
  const bench = new Bench(disk);
  try {
    for (const job of [...jobs].reverse()) {
      job.outcome = recoverJob(bench, job);
      bench.tidy(job.op.kind === 'folder');
    }
    bench.sync();
  } finally {
    bench.close();
  }
};
