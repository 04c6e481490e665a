/**
 * Asks, and asks again every `everyMs` while there is no answer. The first answer counts; only the first question's own
 * failure ends it, since whoever is on the way back cannot hear a repeat.
 */
export const insist = async <T>(ask: () => Promise<T>, everyMs: number | undefined): Promise<T> => {
  if (everyMs === undefined) return ask();
  let timer: NodeJS.Timeout | undefined;
  const again = new Promise<T>((done) => {
    const repeat = async (): Promise<void> => {
      try {
        done(await ask());
      } catch {
        // the first question is still waiting, and says what is wrong if nobody ever answers
      }
    };
    timer = setInterval(() => void repeat(), everyMs);
  });
  try {
    return await Promise.race([ask(), again]);
  } finally {
    clearInterval(timer);
  }
};
