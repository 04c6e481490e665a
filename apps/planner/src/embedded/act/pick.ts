import type { FoundEntry } from './calls.js';
import type { Context } from './context.js';
import { chooseLocation } from './questions.js';

export interface Picking {
  readonly label: string;
  readonly hits: readonly FoundEntry[];
  readonly key: 'whichOne' | 'didYouMean' | 'whichThem';
}

const OFFERED_MAX = 8;

/** The one of several entries that the person chose, else the question which. */
export const pick = (context: Context, { label, hits, key }: Picking): FoundEntry => {
  const options = hits.slice(0, OFFERED_MAX).map(({ location }) => location);
  const chosen = chooseLocation(context, `entry:${label}`, { key, options, fill: { name: label } });
  return hits.find(({ location }) => location === chosen)!;
};
