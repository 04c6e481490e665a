import { setTimeout as sleep } from 'node:timers/promises';
import { startApp, type AppStart, type Child } from './child.js';

/** Whoever ends sooner than this after a start is given longer and longer pauses. */
const STEADY_MS = 60_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 30_000;

type Ready = Record<string, unknown>;

export interface Keeping {
  /** What a later start gets besides: the gateway keeps its address and its token. */
  readonly again: (ready: Ready) => NodeJS.ProcessEnv;
  readonly onEnd: (name: string) => void;
}

/** A process of ours that is started again whenever it ends by itself, for as long as nobody stops it. */
export class KeptApp implements Child {
  private readonly stopping = new AbortController();
  private readonly standing: Promise<void>;

  private constructor(
    private readonly app: AppStart,
    private readonly keeping: Keeping,
    private child: Child,
  ) {
    this.standing = this.stand();
  }

  static async start(app: AppStart, keeping: Keeping): Promise<{ child: KeptApp; ready: Ready }> {
    const { child, ready } = await startApp(app);
    const next = { ...app, env: { ...app.env, ...keeping.again(ready) } };
    return { child: new KeptApp(next, keeping, child), ready };
  }

  get name(): string {
    return this.app.name;
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
    const started = await startApp(this.app).catch(() => undefined);
    if (started !== undefined) this.child = started.child;
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined); // stopped meanwhile
  }
}
