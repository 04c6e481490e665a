import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Disk work as a generator: synchronous calls in pages, a `yield` after each. That makes a walk as fast as a C tool and
 * still lets reads go on while a long commit runs in the same thread. Each `yield` answers whether to stop.
 */
export type Work<Result> = Generator<unknown, Result, boolean | undefined>;

/** How long one piece of work keeps the thread before the others get their turn. */
const SLICE_MS = 5;

/** Runs work to its end in slices. It is told at each `yield` whether to stop; how it does that is its own business. */
export const runInTurns = async <Result>(work: Work<Result>, shouldStop: () => boolean): Promise<Result> => {
  for (;;) {
    const sliceEnd = performance.now() + SLICE_MS;
    do {
      const step = work.next(shouldStop());
      if (step.done === true) return step.value;
    } while (performance.now() < sliceEnd);
    await nextTurn();
  }
};

/** Work that changes the disk goes one after another, in the order it came. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve();
  private open = 0;

  run<Result>(start: () => Promise<Result>): Promise<Result> {
    this.open += 1;
    const mine = this.last.then(start, start).finally(() => (this.open -= 1));
    this.last = mine.catch(() => undefined);
    return mine;
  }

  get isBusy(): boolean {
    return this.open > 0;
  }

  /** Resolves when everything given so far has ended. */
  async idle(): Promise<void> {
    await this.last;
  }
}
