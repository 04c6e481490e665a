import { Cursor } from '../text/cursor.js';
import type { Text } from '../text/text.js';
import type { Clause } from './clause.js';
import { listedLike } from './lists.js';
import { readClause } from './read-clause.js';
import type { Stretch } from './stretch.js';
import type { World } from './world.js';

/** Several things and where each goes, with one verb or none. */

/** Where one of several ends and the next begins. */
export const JOINT = /\s+(?:y|and|e)\s+|\s*[,;]\s*(?:(?:y|and|e)\s+)?/g;
const goesTo = (clause: Clause): boolean =>
  clause.locs.some(({ role }) => role === 'to' || (role === 'in' && clause.puts));
const isWhole = (clause: Clause): boolean =>
  clause.left.length === 0 &&
  clause.things.length > 0 &&
  !clause.things.some(({ excepts }) => excepts) &&
  goesTo(clause);

/** "mueve las fotos a imágenes y los videos a videos": the second half borrows the verb of the first. */
export const splitGapped = (text: Text, stretch: Stretch, world: World): Clause[] => {
  const like = listedLike(text, stretch);
  const whole = readClause(new Cursor(text, stretch.from, stretch.to), world, like);
  const isOpen = (whole.act === undefined || whole.guessed === true) && !whole.again;
  const isCarry = whole.act === 'move' || whole.act === 'copy' || isOpen;
  if (!isCarry || whole.locs.filter(({ role }) => role === 'to' || role === 'in').length < 2) return [whole];
  const parts = partsOf(text, stretch, { world, ...(like && { like }) });
  if (!parts) return [whole];
  return isOpen ? withoutVerb(parts) : parts;
};

interface Reading {
  readonly world: World;
  readonly like?: Partial<Clause>;
}

const partsOf = (text: Text, { from, to }: Stretch, { world, like }: Reading): Clause[] | undefined => {
  for (const match of text.folded.slice(0, to).matchAll(JOINT)) {
    if (match.index <= from) continue;
    const left = readClause(new Cursor(text, from, match.index), world, like);
    if (!isWhole(left)) continue;
    const rights = splitRest({ text, left, world }, { from: match.index + match[0].length, to });
    if (rights) return [left, ...rights.map((right) => ({ ...right, shares: true }))];
  }
  return undefined;
};

/**
 * "de descargas, los pdf a documentos y las fotos a imágenes": several kinds, each with where to, are put there. Where none of it
 * tells a folder for sure, it stays without an act and is asked about.
 */
const withoutVerb = (parts: readonly Clause[]): Clause[] => {
  const isSure = parts.every((part) => part.locs.some(({ role }) => role !== 'to') || part.locs.every(isPlace));
  return isSure ? parts.map((part) => ({ ...part, act: 'move' as const, hasVerb: true, puts: true })) : [...parts];
};

const isPlace = ({ loc }: Clause['locs'][number]): boolean =>
  loc.place !== undefined || loc.isFolder === true || /^\p{Lu}/u.test(loc.path.at(-1) ?? '');

/** "in" says where to only after a verb of putting, and where no "to" says it. */
const isSource = ({ puts, locs }: Clause): ((each: Clause['locs'][number]) => boolean) => {
  const isTold = locs.some(({ role }) => role === 'to');
  const isLead = ({ after }: Clause['locs'][number]): boolean => after === 0 && locs.length > 1;
  return (each) =>
    each.role === 'from' || each.role === 'object' || (each.role === 'in' && (!puts || isTold || isLead(each)));
};

/** "… in a folder Pics in documents and the pdfs in another called Papers": beside the first. */
const besideNew = (each: Clause['locs'][number], left: Clause): Clause['locs'][number] => {
  const { loc } = each;
  if (loc.isNew !== true || loc.place !== undefined) return each;
  const isSub = left.locs.some((other) => other.loc.isSub === true && other.loc.place === undefined);
  if (isSub) return { ...each, loc: { ...loc, isSub } };
  const first = left.locs.find((other) => other.loc.isNew === true && other.loc.place !== undefined)?.loc;
  if (!first) return each;
  return { ...each, loc: { ...loc, place: first.place!, path: [...first.path.slice(0, -1), ...loc.path] } };
};

/** The half without a verb is also about the folder of the half before it. */
const borrowed = (right: Clause, left: Clause): Clause => {
  const from = left.locs.filter(isSource(left));
  const isSaid = right.locs.some(isSource(right));
  const sources = from.map((each) => (each.role === 'in' ? { ...each, role: 'from' as const } : each));
  right.locs = right.locs.map((each) => besideNew(each, left));
  return isSaid ? right : { ...right, locs: [...right.locs, ...sources], machine: right.machine ?? left.machine };
};

interface Gap {
  readonly text: Text;
  readonly left: Clause;
  readonly world: World;
}

const readRight = ({ text, left, world }: Gap, from: number, to: number): Clause =>
  borrowed(
    readClause(new Cursor(text, from, to), byNames(world, left), {
      ...(left.act && { act: left.act }),
      puts: left.puts,
    }),
    left,
  );

/** "… the ones with 2023 in the name to A, the ones with 2024 to B": in the name as well. */
const byNames = (world: World, { things }: Clause): World => ({
  ...world,
  inNames: things.length === 1 && things[0]!.select.names?.every((name) => /^\*[^.*][^*]*\*$/.test(name)) === true,
});

const splitRest = (gap: Gap, { from, to }: Stretch): Clause[] | undefined => {
  const right = readRight(gap, from, to);
  if (right.hasVerb && right.guessed !== true && right.stands !== true) return undefined;
  if (right.locs.filter(({ role }) => role === 'to' || (role === 'in' && right.puts)).length < 2)
    return isWhole(right) ? [right] : undefined;
  for (const match of gap.text.folded.slice(0, to).matchAll(JOINT)) {
    if (match.index <= from) continue;
    const first = readRight(gap, from, match.index);
    const rest = isWhole(first) ? splitRest(gap, { from: match.index + match[0].length, to }) : undefined;
    if (rest) return [first, ...rest];
  }
  return undefined;
};
