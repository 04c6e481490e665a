import type { KV } from '@nats-io/kv';
import { OrdenaError } from '#contracts/errors';
import { RUN_VERSION, type Settled, type StoredRun } from './stored-run.js';
import { isTaken } from './taken.js';

/** Silent for this long, the planner that held the claim is dead; it beats four times in that time. */
export const LEASE_MS = 12_000;

export interface Claimable {
  readonly runId: string;
  readonly stored: StoredRun;
  readonly revision: number;
  readonly leaseMs: number;
}

/** A hold on one run, kept alive while its planner lives; every write is compare-and-set, so a lost hold shows. */
export class RunClaim {
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly kv: KV,
    private claimed: Claimable,
  ) {}

  static async take(kv: KV, claimable: Claimable): Promise<RunClaim> {
    const { state, claimedUntil = 0 } = claimable.stored;
    if (state === 'claimed' && claimedUntil > Date.now()) throw busy();
    const claim = new RunClaim(kv, claimable);
    await claim.beat();
    claim.timer = setInterval(() => void claim.beat().catch(() => claim.stop()), claimable.leaseMs / 4).unref();
    return claim;
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
    return this.write({ ...this.claimed.stored, state: 'claimed', claimedUntil: Date.now() + this.claimed.leaseMs });
  }

  private stop(): void {
    clearInterval(this.timer);
  }

  /** One write after the other: each needs the revision of the one before. */
  private write(next: StoredRun): Promise<void> {
    const done = this.swapAfter(this.writing, next);
    this.writing = done.catch(() => undefined);
    return done;
  }

  private async swapAfter(earlier: Promise<unknown>, next: StoredRun): Promise<void> {
    await earlier;
    await this.swap(next);
  }

  private async swap(next: StoredRun): Promise<void> {
    try {
      const { runId, revision } = this.claimed;
      const written = await this.kv.update(runId, JSON.stringify(next), revision);
      this.claimed = { ...this.claimed, revision: written };
    } catch (error) {
      throw isTaken(error) ? busy() : error;
    }
  }
}

const busy = (): OrdenaError =>
  new OrdenaError('BUSY', 'That request is being continued already. Wait for its answer.');
