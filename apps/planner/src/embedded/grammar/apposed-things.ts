import type { Clause, Thing } from './clause.js';

/** "lo último que bajé, el archivo más reciente de descargas": one thing, said once more in other words. */

/** The first of all files by its rank, and nothing else about it. */
const rankOf = ({ top, select, ...more }: Thing): string | undefined => {
  const says = Object.entries(select).filter(([key, value]) => !(key === 'kind' && value === 'file'));
  const isBare = Object.keys(more).every((key) => ['plural', 'count', 'said', 'kindSaid'].includes(key));
  return top?.limit === 1 && isBare && says.length === 0 ? `${top.sort} ${top.order}` : undefined;
};

/** The same rank in the same folder is the same file. */
export const withoutApposed = (clause: Clause): void => {
  const [first, ...others] = clause.things;
  const rank = first && rankOf(first);
  const places = clause.locs.filter(({ role }) => role !== 'to');
  if (rank === undefined || places.length > 1 || !others.every((other) => rankOf(other) === rank)) return;
  clause.things = [others.at(-1) ?? first!];
};
