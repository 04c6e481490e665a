/** When to ask again: every so many ms, and whenever something happened that may have cost the question or its answer. */
export interface Again {
  readonly everyMs: number;
  /** Returns what ends the listening. */
  readonly onLoss: (ask: () => void) => () => void;
}

/**
 * Asks, and asks again while there is no answer. The first answer counts; only the first question's own failure ends it,
 * since whoever is on the way back cannot hear a repeat.
 */
export const insist = async <T>(ask: () => Promise<T>, again: Again | undefined): Promise<T> => {
  if (again === undefined) return ask();
  let stop = (): void => undefined;
  const repeated = new Promise<T>((done) => {
    const repeat = async (): Promise<void> => {
      try {
        done(await ask());
      } catch {
        // the first question is still waiting, and says what is wrong if nobody ever answers
      }
    };
    const timer = setInterval(() => void repeat(), again.everyMs);
    const deaf = again.onLoss(() => void repeat());
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
