import type { Clause, Loc } from './clause.js';

/** What a stretch was read as that may say one folder and nothing else. */
export const onlyLoc = ({ things, locs, left }: Clause): Loc | undefined => {
  const [only, ...others] = locs;
  return only && others.length + things.length + left.length === 0 && !only.loc.siblings ? only.loc : undefined;
};
