import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child.js';

/** Whoever ends sooner than this after a start is given longer and longer pauses. */
const STEADY_MS = 60_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 30_000;

export interface Keeping {
  /** Starts it once more, as it was. */
  readonly again: () => Promise<Child>;
  readonly onEnd: (name: string) => void;
}

/** A process of ours that is started again whenever it ends by itself, for as long as nobody stops it. */
export class KeptChild implements Child {
  private readonly stopping = new AbortController();
  private readonly standing: Promise<void>;

  constructor(
    private child: Child,
    private readonly keeping: Keeping,
  ) {
    this.standing = this.stand();
  }

  get name(): string {
    return this.child.name;
  }

  get pid(): number {
    return this.child.pid;
  }

  get gone(): Promise<void> {
    return this.standing;
  }

  exited(): boolean {
    return this.stopping.signal.aborted && this.child.exited();
  }

  /** Also in the middle of a start: what comes of it is stopped too. */
  async stop(graceMs: number): Promise<void> {
    this.stopping.abort();
    await this.child.stop(graceMs);
    await this.standing;
    await this.child.stop(graceMs);
  }

  private async stand(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!this.stopping.signal.aborted) {
      const startedAt = performance.now();
      await this.child.gone;
      if (this.stopping.signal.aborted) return;
      this.keeping.onEnd(this.name);
      if (performance.now() - startedAt > STEADY_MS) pauseMs = FIRST_PAUSE_MS;
      await this.pause(pauseMs);
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      await this.startAgain();
    }
  }

  /** One that does not start is as one that ended: the next turn tells it, and its log says why. */
  private async startAgain(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    this.child = await this.keeping.again().catch(() => this.child);
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined); // stopped meanwhile
  }
}
