import type { Outcome } from './run-cases.js';

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
const right = (outcomes: readonly Outcome[]): number => outcomes.filter((each) => each.right).length;
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const line = (name: string, outcomes: readonly Outcome[]): string =>
  `${name.padEnd(18)} ${String(right(outcomes)).padStart(4)} of ${String(outcomes.length).padEnd(4)} ${percent(right(outcomes), outcomes.length)}`;

const groups = (outcomes: readonly Outcome[], key: (outcome: Outcome) => string): string[] =>
  [...new Set(outcomes.map(key))].toSorted().map((name) =>
    line(
      name,
      outcomes.filter((each) => key(each) === name),
    ),
  );

const shown = ({ test, why, reply }: Outcome): string =>
  `  ${test.id}: ${test.turns.join(' | ')}\n    ${why}\n    « ${reply.replace(/\s+/g, ' ').slice(0, 160)} »`;

/** Dangerous errors first: they matter more than everything below them. */
export const report = (outcomes: readonly Outcome[], { all = false } = {}): string => {
  const dangerous = outcomes.filter((each) => each.dangerous);
  const wrong = outcomes.filter((each) => !each.right && !each.dangerous);
  return [
    `dangerous errors: ${dangerous.length}`,
    ...dangerous.map(shown),
    '',
    line('right', outcomes),
    ...groups(outcomes, ({ test }) => test.lang),
    '',
    ...groups(outcomes, ({ test }) => test.family),
    '',
    `asked a question: ${outcomes.filter((each) => each.asked).length}`,
    `steps a case: ${mean(outcomes.map(({ steps }) => steps)).toFixed(1)}   tokens a case: ${Math.round(mean(outcomes.map(({ tokens }) => tokens)))}   time a case: median ${Math.round(median(outcomes.map(({ ms }) => ms)))} ms`,
    ...(wrong.length > 0 ? ['', 'not right:', ...wrong.slice(0, all ? wrong.length : 40).map(shown)] : []),
  ].join('\n');
};
