import { OrdenaError } from '#contracts/errors';
import type { Bucket } from '#nats/bucket';
import type { Run } from '../loop/run.js';
import { RUN_VERSION, type Settled, type StoredRun } from './stored-run.js';

/** Silent for this long, the planner that held the run is dead; it beats four times in that time. */
export const LEASE_MS = 8_000;

export interface Holdable {
  readonly runId: string;
  readonly run: Run | undefined;
  /** Of the entry as it was read; undefined: there is none yet. */
  readonly revision: number | undefined;
  readonly leaseMs: number;
}

/**
 * One planner's hold on one run, kept alive while it lives. Every write is compare-and-set on the revision, so a planner
 * that lost its hold (it was silent too long and another took over) learns of it before it can ask for another change.
 */
export class RunHold {
  private timer: NodeJS.Timeout | undefined;
  private heardAt = 0;
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly bucket: Bucket,
    private held: Holdable,
  ) {}

  /** Fails with BUSY when another planner was first. */
  static async take(bucket: Bucket, holdable: Holdable): Promise<RunHold> {
    const hold = new RunHold(bucket, holdable);
    await hold.beat();
    hold.timer = setInterval(() => void hold.beat().catch(() => hold.stop()), holdable.leaseMs / 4).unref();
    return hold;
  }

  /** Nobody can have taken over: this planner was heard of a moment ago. */
  isFresh(): boolean {
    return Date.now() - this.heardAt < this.held.leaseMs / 2;
  }

  /** From here whoever takes over goes on. Fails with BUSY when somebody did. */
  async keep(run: Run): Promise<void> {
    this.held = { ...this.held, run };
    await this.beat();
  }

  async settle({ reply, waiting }: Settled): Promise<void> {
    this.stop();
    await this.write(
      waiting
        ? { version: RUN_VERSION, state: 'waiting', run: waiting }
        : { version: RUN_VERSION, state: 'done', reply },
    );
  }

  private beat(): Promise<void> {
    const { run, leaseMs } = this.held;
    return this.write({ version: RUN_VERSION, state: 'held', ...(run && { run }), heldUntil: Date.now() + leaseMs });
  }

  private stop(): void {
    clearInterval(this.timer);
  }

  /** One write after the other: each needs the revision of the one before. The run is read now, not when its turn comes. */
  private write(next: StoredRun): Promise<void> {
    const value = JSON.stringify(next);
    const done = this.swapAfter(this.writing, value);
    this.writing = done.catch(() => undefined);
    return done;
  }

  private async swapAfter(earlier: Promise<unknown>, value: string): Promise<void> {
    await earlier;
    const startedAt = Date.now();
    const { runId, revision } = this.held;
    const next = await (revision === undefined
      ? this.bucket.create(runId, value)
      : this.bucket.update(runId, value, revision));
    if (next === undefined) throw busy();
    this.held = { ...this.held, revision: next };
    this.heardAt = startedAt;
  }
}

export const busy = (): OrdenaError =>
  new OrdenaError('BUSY', 'That request is being worked on already. Wait for its answer.');
