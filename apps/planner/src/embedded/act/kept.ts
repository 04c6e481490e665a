import { leafOf } from '#contracts/location-parts';
import type { Keep } from '../grammar/clause.js';
import { foldName } from '../text/fold.js';

/** One of several files of the same contents; without a date where it could not be learnt. */
export interface Same {
  readonly location: string;
  readonly modified?: string;
}

/** A rule with its folder looked up. */
export type Rule = Exclude<Keep, { by: 'folder' }> | { readonly by: 'folder'; readonly folder: string };

/** "altar (1).jpg", "taxi - copy.pdf", "Copia de acta.txt": what making a copy leaves in a name. */
const COPIED = /\(\d+\)|(?:^|[^\p{L}])(?:copia|copy|duplicado|duplicate)(?:[^\p{L}]|$)/u;

const nameOf = ({ location }: Same): string => foldName(leafOf(location));
const byLocation = (a: Same, b: Same): number =>
  a.location.length - b.location.length || (a.location < b.location ? -1 : 1);

/** The oldest or newest; files of which one has no date cannot be told apart. */
const extreme = (same: readonly Same[], sign: 1 | -1): readonly Same[] => {
  const times = same.map(({ modified }) => (modified === undefined ? Number.NaN : Date.parse(modified) * sign));
  const first = Math.min(...times);
  return same.filter((_, at) => times[at] === first);
};

const fitting = (same: readonly Same[], rule: Rule): readonly Same[] => {
  if (rule.by === 'any') return same.toSorted(byLocation).slice(0, 1);
  if (rule.by === 'oldest' || rule.by === 'newest') return extreme(same, rule.by === 'oldest' ? 1 : -1);
  if (rule.by === 'folder') return same.filter(({ location }) => location.startsWith(`${rule.folder}/`));
  if (rule.by === 'original') return same.filter((each) => !COPIED.test(nameOf(each)));
  return same.filter((each) => nameOf(each).includes(foldName(rule.part)) === (rule.by === 'having'));
};

/** Those that the rule lets go. Where none fits it all stay, and where several do these stay: never is none left. */
export const extraOf = (same: readonly Same[], rule: Rule): readonly string[] => {
  const stays = new Set(fitting(same, rule));
  return stays.size === 0 ? [] : same.filter((each) => !stays.has(each)).map(({ location }) => location);
};
