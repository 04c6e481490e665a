import { isWithin } from '#contracts/location-parts';
import type { Select } from '#contracts/selection';
import { fold } from '#contracts/words/language';
import type { Clause } from '../grammar/clause.js';

/**
 * Which plans of one request may stand in one question. Apart: carried out one after the other they do what each of them
 * shows, although all were computed before the first. A later one that touches what an earlier one leaves behind is not.
 */
export interface OpenPlan {
  readonly planId: string;
  readonly machine: string;
  readonly operation: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly conflicts: number;
  readonly select?: Select | undefined;
}

/** Words that point at what an earlier clause does, and clauses about the state it leaves. */
export const pointsBack = (clause: Clause): boolean =>
  clause.again === true ||
  !PLANS_ANEW.has(clause.act ?? '') ||
  clause.things.some(({ pronoun }) => pronoun !== undefined) ||
  clause.locs.some(({ loc }) => loc.there === true);

const PLANS_ANEW = new Set(['move', 'copy', 'trash', 'create', 'rename', 'write', 'organise']);

export const isApart = (earlier: OpenPlan, later: OpenPlan): boolean =>
  earlier.machine !== later.machine ||
  !(picksWhatWasPut(earlier, later) || putsTogether(earlier, later) || takesBoth(earlier, later));

const picksWhatWasPut = (earlier: OpenPlan, later: OpenPlan): boolean => {
  const put = putOf(earlier);
  if (put === undefined || later.from === undefined) return false;
  return isIn(later.from, put) || (isIn(put, later.from) && looksDeep(later));
};

/** A look into subfolders, a whole folder, or folders among the things: what appears below counts too. */
const looksDeep = ({ select }: OpenPlan): boolean =>
  select === undefined || select.depth !== undefined || (select.kind ?? 'file') !== 'file';

/** Two that fill one folder may meet there by name, unless they carry different kinds of files. */
const putsTogether = (earlier: OpenPlan, later: OpenPlan): boolean => {
  const [one, other] = [putOf(earlier), putOf(later)];
  if (other !== undefined && later.conflicts > 0 && earlier.from !== undefined && touch(other, earlier.from))
    return true;
  if (one === undefined || other === undefined || !touch(one, other)) return false;
  return one !== other || !areOfDifferentKinds(earlier.select, later.select);
};

const takesBoth = (earlier: OpenPlan, later: OpenPlan): boolean => {
  if (earlier.operation === 'copy' && later.operation === 'copy') return false;
  if (earlier.from === undefined || later.from === undefined || !touch(earlier.from, later.from)) return false;
  const isSameFolder = folded(earlier.from) === folded(later.from);
  return !isSameFolder || earlier.select === undefined || later.select === undefined;
};

/** A rename puts new names where the old ones are. */
const putOf = ({ operation, from, to }: OpenPlan): string | undefined => {
  const put = operation === 'rename' ? from : to;
  return put === undefined ? undefined : folded(put);
};

const folded = (location: string): string =>
  fold(location)
    .split('/')
    .filter((part) => part !== '')
    .join('/')
    .replace(/\/?[^/]*\{.*$/u, '');

const isIn = (inner: string, outer: string): boolean => isWithin(folded(inner), folded(outer));
const touch = (a: string, b: string): boolean => isIn(a, b) || isIn(b, a);

const areOfDifferentKinds = (one: Select | undefined, other: Select | undefined): boolean => {
  const [a, b] = [kindsOf(one), kindsOf(other)];
  return a?.by !== undefined && a.by === b?.by && a.kinds.every((kind) => !b.kinds.includes(kind));
};

interface Kinds {
  readonly by: 'extension' | 'category';
  readonly kinds: readonly string[];
}

const kindsOf = (select: Select | undefined): Kinds | undefined => {
  if (select?.names === undefined)
    return select?.category === undefined ? undefined : { by: 'category', kinds: select.category };
  const kinds = select.names.flatMap((name) => /^\*\.(\w+)$/u.exec(fold(name))?.[1] ?? []);
  return kinds.length === select.names.length ? { by: 'extension', kinds } : undefined;
};
