import type { KV } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';
import type { ChatReply } from '#contracts/chat';
import { BUCKETS } from '#contracts/buckets';
import { OrdenaError } from '#contracts/errors';
import { openBucket } from '#nats/bucket';
import type { Run } from '../loop/run.js';
import { busy, LEASE_MS, RunHold } from './run-hold.js';
import { RUN_VERSION, StoredRunSchema, type StoredRun } from './stored-run.js';

const DAY_MS = 24 * 60 * 60_000;

/** A run as it was found. */
export type Found =
  | { readonly kind: 'answered'; readonly reply: ChatReply }
  /** `abandoned`: its planner died on the way. Either goes on only once it is held. */
  | { readonly kind: 'waiting' | 'abandoned'; readonly run: Run; readonly hold: (run: Run) => Promise<RunHold> };

/**
 * Every request on its way: `held` (→ `waiting` → `held`)* → `done`, each step by compare-and-set on the revision, so of
 * many planners exactly one works on it, a repeat gets the stored answer, and what a killed planner left is gone on with.
 */
export class Runs {
  private constructor(
    private readonly kv: KV,
    private readonly leaseMs: number,
  ) {}

  static async open(nc: NatsConnection, leaseMs = LEASE_MS): Promise<Runs> {
    try {
      return new Runs(await openBucket(nc, BUCKETS.runs, DAY_MS), leaseMs);
    } catch (cause) {
      throw new OrdenaError('BAD_CONFIG', 'The NATS server has no JetStream; start it with -js.', { cause });
    }
  }

  /** A new request, held by this planner; or undefined when it is known already, and `find` tells how far it is. */
  async begin(run: Run): Promise<RunHold | undefined> {
    try {
      return await this.hold(run, undefined);
    } catch (error) {
      if (error instanceof OrdenaError && error.code === 'BUSY') return undefined;
      throw error;
    }
  }

  /** BUSY while a planner that lives works on it; UNKNOWN_RUN where there is none. */
  async find(runId: string): Promise<Found> {
    const entry = await this.kv.get(runId);
    const stored = entry?.operation === 'PUT' ? parsed(entry.string()) : undefined;
    if (!entry || stored === undefined) throw unknownRun();
    if (stored.state === 'done') return { kind: 'answered', reply: stored.reply };
    if (stored.state === 'held' && stored.heldUntil > Date.now()) throw busy();
    const kind = stored.state === 'waiting' ? 'waiting' : 'abandoned';
    return { kind, run: stored.run, hold: (run) => this.hold(run, entry.revision) };
  }

  private hold(run: Run, revision: number | undefined): Promise<RunHold> {
    return RunHold.take(this.kv, { runId: run.ask.runId, run, revision, leaseMs: this.leaseMs });
  }
}

const parsed = (text: string): StoredRun | undefined => {
  const stored = JSON.parse(text) as { version?: unknown };
  return stored.version === RUN_VERSION ? StoredRunSchema.parse(stored) : undefined;
};

const unknownRun = (): OrdenaError =>
  new OrdenaError('UNKNOWN_RUN', 'That request is not waiting any more. Make it again.');
