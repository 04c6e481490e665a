/** When to ask again: every so many ms, and whenever something happened that may have cost the question or its answer. */
export interface Again {
  readonly everyMs: number;
  /** Returns what ends the listening. */
  readonly onLoss: (ask: () => void) => () => void;
  /** Whether a question failed because nobody was there to hear it. */
  readonly isUnheard: (error: unknown) => boolean;
}

/** Whoever is on the way back cannot hear a repeat; whoever has missed so many in a row has gone with the question. */
const MISSES = 3;

/** Asks, and asks again while there is no answer. The first answer counts; so does the first question's own failure. */
export const insist = async <T>(ask: () => Promise<T>, again: Again | undefined): Promise<T> => {
  if (again === undefined) return ask();
  let stop = (): void => undefined;
  const repeated = new Promise<T>((done, fail) => {
    let misses = 0;
    const repeat = async (isTimed: boolean): Promise<void> => {
      try {
        done(await ask());
      } catch (error) {
        // else the first question is still waiting, and says what is wrong if nobody ever answers
        misses = again.isUnheard(error) ? misses + Number(isTimed) : 0;
        if (misses === MISSES) fail(error);
      }
    };
    const timer = setInterval(() => void repeat(true), again.everyMs);
    const deaf = again.onLoss(() => void repeat(false));
    stop = () => {
      clearInterval(timer);
      deaf();
    };
  });
  try {
    return await Promise.race([ask(), repeated]);
  } finally {
    stop();
  }
};
