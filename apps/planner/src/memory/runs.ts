import { Kvm, type KV } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';
import type { ChatReply } from '#contracts/chat';
import { BUCKETS } from '#contracts/buckets';
import { OrdenaError } from '#contracts/errors';
import type { Run } from '../loop/run.js';
import { LEASE_MS, RunClaim } from './run-claim.js';
import { RUN_VERSION, StoredRunSchema, type Settled } from './stored-run.js';

const DAY_MS = 24 * 60 * 60_000;

export type Claim =
  | { readonly kind: 'answered'; readonly reply: ChatReply }
  | { readonly kind: 'mine' | 'abandoned'; readonly run: Run; readonly settle: (settled: Settled) => Promise<void> };

/**
 * Runs that wait for a person: `waiting` → `claimed` → `done` (or `waiting` again), each step by compare-and-set on the
 * revision, so of many planners exactly one continues, and a repeat gets the stored answer.
 */
export class Runs {
  private constructor(
    private readonly kv: KV,
    private readonly leaseMs: number,
  ) {}

  static async open(nc: NatsConnection, leaseMs = LEASE_MS): Promise<Runs> {
    try {
      return new Runs(await new Kvm(nc).create(BUCKETS.runs, { history: 1, ttl: DAY_MS }), leaseMs);
    } catch (cause) {
      throw new OrdenaError('BAD_CONFIG', 'The NATS server has no JetStream; start it with -js.', { cause });
    }
  }

  async store(run: Run): Promise<void> {
    await this.kv.put(run.ask.runId, JSON.stringify({ version: RUN_VERSION, state: 'waiting', run }));
  }

  /** Takes the run over for this planner. `abandoned`: another began to continue it and died; nothing may run twice. */
  async claim(runId: string): Promise<Claim> {
    const entry = await this.kv.get(runId);
    const stored = entry?.operation === 'PUT' ? StoredRunSchema.safeParse(entry.json()) : undefined;
    if (!entry || !stored?.success) throw unknownRun();
    const { state, run, reply } = stored.data;
    if (reply !== undefined) return { kind: 'answered', reply };
    if (run === undefined) throw unknownRun();
    const claim = await RunClaim.take(this.kv, {
      runId,
      stored: stored.data,
      revision: entry.revision,
      leaseMs: this.leaseMs,
    });
    return { kind: state === 'waiting' ? 'mine' : 'abandoned', run, settle: (settled) => claim.settle(settled) };
  }
}

const unknownRun = (): OrdenaError =>
  new OrdenaError('UNKNOWN_RUN', 'That request is not waiting any more. Make it again.');
