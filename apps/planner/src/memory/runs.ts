import type { NatsConnection } from '@nats-io/transport-node';
import type { ChatReply } from '#contracts/chat';
import { BUCKETS } from '#contracts/buckets';
import { OrdenaError } from '#contracts/errors';
import { Bucket } from '#nats/bucket';
import type { Run } from '../loop/run.js';
import { busy, LEASE_MS, RunHold, type Holdable } from './run-hold.js';
import { RUN_VERSION, StoredRunSchema, type StoredRun } from './stored-run.js';

const DAY_MS = 24 * 60 * 60_000;

/** A run as it was found. */
export type Found =
  | { readonly kind: 'answered'; readonly reply: ChatReply }
  /** Goes on only once it is held. */
  | { readonly kind: 'waiting'; readonly run: Run; readonly hold: Taking }
  /** Its planner died on the way. No run: before anything was asked of anybody. */
  | { readonly kind: 'abandoned'; readonly run: Run | undefined; readonly hold: Taking };

type Taking = (run?: Run) => Promise<RunHold>;

/**
 * Every request on its way: `held` (→ `waiting` → `held`)* → `done`, each step by compare-and-set on the revision, so of
 * many planners exactly one works on it, a repeat gets the stored answer, and what a killed planner left is gone on with.
 */
export class Runs {
  private constructor(
    private readonly bucket: Bucket,
    private readonly leaseMs: number,
  ) {}

  static async open(nc: NatsConnection, leaseMs = LEASE_MS): Promise<Runs> {
    try {
      return new Runs(await Bucket.open(nc, BUCKETS.runs, DAY_MS), leaseMs);
    } catch (cause) {
      throw new OrdenaError('BAD_CONFIG', 'The NATS server has no JetStream; start it with -js.', { cause });
    }
  }

  /** A new request, held by this planner; or undefined when it is known already, and `find` tells how far it is. */
  async begin(runId: string): Promise<RunHold | undefined> {
    try {
      return await this.hold(runId, { run: undefined, revision: undefined });
    } catch (error) {
      if (error instanceof OrdenaError && error.code === 'BUSY') return undefined;
      throw error;
    }
  }

  /** BUSY while a planner that lives works on it; UNKNOWN_RUN where there is none. */
  async find(runId: string): Promise<Found> {
    const entry = await this.bucket.get(runId);
    const stored = entry && parsed(entry.value);
    if (!entry || stored === undefined) throw unknownRun();
    if (stored.state === 'done') return { kind: 'answered', reply: stored.reply };
    if (stored.state === 'held' && stored.heldUntil > Date.now()) throw busy();
    const hold: Taking = (run) => this.hold(runId, { run, revision: entry.revision });
    return stored.state === 'waiting'
      ? { kind: 'waiting', run: stored.run, hold }
      : { kind: 'abandoned', run: stored.run, hold };
  }

  private hold(runId: string, from: Pick<Holdable, 'run' | 'revision'>): Promise<RunHold> {
    return RunHold.take(this.bucket, { runId, leaseMs: this.leaseMs, ...from });
  }
}

const parsed = (text: string): StoredRun | undefined => {
  const stored = JSON.parse(text) as { version?: unknown };
  return stored.version === RUN_VERSION ? StoredRunSchema.parse(stored) : undefined;
};

const unknownRun = (): OrdenaError =>
  new OrdenaError('UNKNOWN_RUN', 'That request is not waiting any more. Make it again.');
