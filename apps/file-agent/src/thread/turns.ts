import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Disk work as a generator: synchronous calls in pages, a `yield` after each. That makes a walk as fast as a C tool and
 * still lets reads go on while a long commit runs in the same thread.
 */
export type Work<Result> = Generator<unknown, Result, unknown>;

/** How long one piece of work keeps the thread before the others get their turn. */
const SLICE_MS = 5;

/** Runs work to its end in slices; once `isCancelled` says so, the work's own `finally` clauses run and it stops. */
export const runInTurns = async <Result>(
  work: Work<Result>,
  isCancelled: () => boolean,
): Promise<Result | undefined> => {
  for (;;) {
    const sliceEnd = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done === true) return step.value;
    } while (performance.now() < sliceEnd);
    await nextTurn();
    if (isCancelled()) {
      work.return(undefined as Result);
      return undefined;
    }
  }
};

/** Work that changes the disk goes one after another, in the order it came. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve();

  run<Result>(start: () => Promise<Result>): Promise<Result> {
    const mine = this.last.then(start, start);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
