import type { NatsConnection } from '@nats-io/transport-node';
import { BUCKETS } from '#contracts/buckets';
import { OrdenaError } from '#contracts/errors';
import { PlanIdSchema } from '#contracts/plan';
import { Bucket } from '#nats/bucket';
import { RunSchema, type Run } from './run.js';

const DAY_MS = 24 * 60 * 60_000;
const TRIES = 20;

/** A run as it was written. */
export interface StoredRun {
  readonly run: Run;
  readonly revision: number;
}

/**
 * Runs and their pending approvals in JetStream KV. Expendable: losing it loses a question, never a file; the plans
 * themselves are on the PCs. `run.<id>` holds the run; `plan.<id>`, `talk.<id>` and `deed.<id>`
 * (a plan it carried out) point to it.
 */
export class RunStore {
  private constructor(private readonly bucket: Bucket) {}

  static async open(nc: NatsConnection): Promise<RunStore> {
    try {
      return new RunStore(await Bucket.open(nc, BUCKETS.approvals, DAY_MS));
    } catch (cause) {
      throw new OrdenaError('BAD_CONFIG', 'The NATS server has no JetStream; start it with -js.', { cause });
    }
  }

  async add(run: Run): Promise<StoredRun> {
    return { run, revision: await this.bucket.put(`run.${run.runId}`, JSON.stringify(run)) };
  }

  async find(runId: string): Promise<Run | undefined> {
    const entry = await this.bucket.get(`run.${runId}`);
    return entry && RunSchema.parse(JSON.parse(entry.value));
  }

  /**
   * Read, change, write; again when somebody else wrote in between. `change` may throw to leave it as it is. Whoever wrote
   * it and has not looked since may say so: then it is read only if somebody else wrote.
   */
  async change(runId: string, change: (run: Run) => Run, known?: StoredRun): Promise<Run> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const { run, revision } = (attempt === 0 ? known : undefined) ?? (await this.read(runId));
      const next = change(run);
      if (await this.bucket.update(`run.${runId}`, JSON.stringify(next), revision)) return next;
    }
    throw new OrdenaError('BUSY', 'Too many are deciding about that request at once. Try again.');
  }

  /** Whoever asked closed the stream: nothing more begins by itself while they may come back. */
  async leave(runId: string): Promise<void> {
    await this.change(runId, (now) => ({ ...now, leftAt: new Date().toISOString() }));
  }

  async comeBack(run: Run | undefined): Promise<void> {
    if (run?.leftAt !== undefined) await this.change(run.runId, (now) => ({ ...now, leftAt: undefined }));
  }

  private async read(runId: string): Promise<StoredRun> {
    const entry = await this.bucket.get(`run.${runId}`);
    if (entry !== undefined) return { run: RunSchema.parse(JSON.parse(entry.value)), revision: entry.revision };
    throw new OrdenaError('UNKNOWN_RUN', 'That request is not known here any more. Ask again.');
  }

  /** Makes the run findable by its pending plans, and by a bare "yes" in its conversation. */
  async point(run: Run): Promise<void> {
    const talk = run.conversationId === undefined ? [] : [`talk.${run.conversationId}`];
    const keys = [...talk, ...run.pending.map((plan) => `plan.${plan.planId}`)];
    await Promise.all(keys.map((key) => this.bucket.put(key, run.runId)));
  }

  async findByPlan(planId: string): Promise<Run | undefined> {
    return PlanIdSchema.safeParse(planId).success ? this.follow(`plan.${planId}`) : undefined;
  }

  /** Which run carried these plans out, for their undo. */
  async remember(run: Run, plans: readonly { planId: string }[]): Promise<void> {
    await Promise.all(plans.map(({ planId }) => this.bucket.put(`deed.${planId}`, run.runId)));
  }

  async whoDid(planId: string): Promise<Run | undefined> {
    return this.follow(`deed.${planId}`);
  }

  async isStopping(runId: string): Promise<boolean> {
    return (await this.find(runId))?.stopping ?? false;
  }

  /** The run whose plans a bare "yes" in this conversation means. */
  async waitingIn(conversationId: string): Promise<Run | undefined> {
    const run = await this.follow(`talk.${conversationId}`);
    return run?.state === 'waiting' ? run : undefined;
  }

  /** From now on a bare "yes" in this conversation means something else. */
  async forgetTalk(conversationId: string): Promise<void> {
    await this.bucket.delete(`talk.${conversationId}`);
  }

  private async follow(key: string): Promise<Run | undefined> {
    const entry = await this.bucket.get(key);
    return entry && this.find(entry.value);
  }
}
