import type { Profile, Result } from './scenario.js';

const plain = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** One line for the terminal. */
export const rowOf = ({ name, verdict, reason, score, noisy, pairs, goal, gate, unit, kind }: Result): string => {
  if (score === undefined) return `${name}: ${verdict}: ${reason}`;
  return `${name}: ${verdict} ${plain(score.median)} ${kind === 'ratio' ? '×' : unit} ${noisy ? '(noisy)' : ''} goal ${goal} gate ${gate} ${JSON.stringify(pairs[0])}`;
};
export const save = (_profile: Profile, _results: readonly Result[]): void => undefined;
