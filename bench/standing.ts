import type { Result, Run } from './scenario.js';

/**
 * What is known to miss its gate. A missed gate that the kept run of the profile missed already is told in every table,
 * and red again as soon as it gets worse by half; so that what nobody has noticed yet still stops whoever causes it.
 */

const WORSE = 1.5;

export const isKnownShort = (result: Result, kept: Run | undefined): boolean => {
  const before = kept?.results.find(({ name }) => name === result.name);
  if (before?.score === undefined || result.score === undefined) return false;
  if (result.verdict !== 'gate missed' || before.verdict !== 'gate missed') return false;
  return result.better === 'lower'
    ? result.score.median <= before.score.median * WORSE
    : result.score.median >= before.score.median / WORSE;
};
