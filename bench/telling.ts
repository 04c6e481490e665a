import { isRed } from './runner.js';
import type { Result, Verdict } from './scenario.js';
import { plain } from './words.js';

/** What a run says on the terminal. */

/** One line for the terminal. */
export const lineOf = (result: Result): string => {
  const { name, verdict, reason, score, noisy, limits, unit, kind, pairs, seconds } = result;
  if (score === undefined) return `${name}: ${verdict}: ${reason}`;
  const interval = `${plain(score.median)} [${plain(score.low)}–${plain(score.high)}] ${kind === 'ratio' ? '×' : unit}`;
  const sides = pairs.map(
    (pair) => `${plain(pair.ours)}${pair.baseline === undefined ? '' : `/${plain(pair.baseline)}`}`,
  );
  const held = limits === undefined ? '' : `; goal ${limits.goal}, gate ${limits.gate}`;
  return `${name}: ${verdict}${noisy ? ' (noisy)' : ''}: ${interval}${held}; ${sides.join(' ')} ${unit}; ${seconds.toFixed(0)} s`;
};

/** The last lines of a run: every verdict counted, and what does not count aloud. */
export const summaryOf = (results: readonly Result[]): string => {
  const named = (title: string, chosen: readonly Result[]): string[] =>
    chosen.length === 0 ? [] : [`${title} (${chosen.length}): ${chosen.map(({ name }) => name).join(', ')}`];
  const by = (verdict: Verdict): Result[] => results.filter((result) => result.verdict === verdict);
  const red = results.filter(isRed);
  return [
    '',
    ...named('goal met', by('goal met')),
    ...named('told', by('told')),
    ...named('goal missed, within the gate', by('goal missed')),
    ...named(
      'gate missed, but the machine was busy with other things: does not count',
      by('gate missed').filter(({ noisy, isKnownShort }) => noisy && isKnownShort !== true),
    ),
    ...named(
      'gate missed as in the run that is kept, not much worse',
      by('gate missed').filter((result) => result.isKnownShort === true),
    ),
    ...named('left out', by('left out')),
    ...named('NOT IN ORDER', red),
    `${results.length - red.length - by('left out').length} figures in order, ${red.length} not`,
  ].join('\n');
};
