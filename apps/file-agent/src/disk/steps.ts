/** Answered at a step: `true` asks to stop at the next safe point. */
export type Stop = boolean | undefined;

/**
 * Work on the disk cut into short steps: at each one others may use the thread, and the answer says whether to stop.
 * Between two steps every entry is either where it was or where it goes, or under a private name that nobody lists.
 */
export type Steps<Result> = Generator<undefined, Result, Stop>;

/** Runs it in one go: for recovery, which nothing may interrupt. */
export const inOneGo = <Result>(steps: Steps<Result>): Result => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

/** Uses a folder or file for work in steps and closes it, whatever happens. */
export function* stepsWithin<H extends { close(): void }, T>(held: H, use: (held: H) => Steps<T>): Steps<T> {
  try {
    return yield* use(held);
  } finally {
    held.close();
  }
}
