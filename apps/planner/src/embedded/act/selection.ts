import type { Select } from '#contracts/selection';
import type { Clause, Thing } from '../grammar/clause.js';
import { bothNames } from '../grammar/both-names.js';
import { literal } from '../grammar/patterns.js';
import { permuted } from '../grammar/stems.js';

const has = (select: Select): boolean => Object.keys(select).some((key) => key !== 'kind');

const moment = (iso: string, ms: number): string => new Date(Date.parse(iso) + ms).toISOString();

/** What a bound said alone leaves over. */
const leftOver = ({ size = {}, modified = {} }: Select): Pick<Select, 'size' | 'modified'> => {
  const bounds = [size.min, size.max, modified.from, modified.to].filter((bound) => bound !== undefined);
  if (bounds.length !== 1) return {};
  if (size.min !== undefined) return { size: { max: size.min - 1 } };
  if (size.max !== undefined) return { size: { min: size.max + 1 } };
  return modified.to === undefined
    ? { modified: { to: moment(modified.from!, -1) } }
    : { modified: { from: moment(modified.to, 1) } };
};

/** "Los de más de 10 MB y los de más de un año": what is both goes once, with the first. */
const withoutThose = (thing: Thing, first: Thing): Thing => ({
  ...thing,
  select: { ...leftOver(first.select), ...thing.select },
});

/** Modifiers said once after a list are about all of it: "los pdf y las fotos del mes pasado". */
const shared = (things: readonly Thing[]): Thing[] => {
  const last = things.at(-1);
  if (!last || things.length < 2) return [...things];
  if (last.apart) return things.map((thing, at) => (thing.apart ? withoutThose(thing, things[at - 1]!) : thing));
  const keys = ['modified', 'size', 'exclude', 'text', 'empty'] as const;
  return things.map((thing) => {
    if (thing === last) return thing;
    const extra = Object.fromEntries(
      keys
        .filter((key) => thing.select[key] === undefined && last.select[key] !== undefined)
        .map((key) => [key, last.select[key]]),
    );
    return { ...thing, select: { ...thing.select, ...extra } };
  });
};

/** Word-start patterns: "facturas" is "factura-12.pdf" and "Mi factura.pdf", not "manufactura". */
const wordNames = (terms: readonly string[]): string[] =>
  terms.length > 1
    ? permuted(terms)
    : permuted(terms).flatMap((glob) => ['', '* ', '*_', '*-', '*('].map((before) => before + glob.slice(1)));

/** The patterns of each way in which its names were told. */
const namesSaid = ({ terms, contains, select }: Thing): readonly (readonly string[])[] =>
  [terms && wordNames(terms), contains === undefined ? undefined : [`*${literal(contains)}*`], select.names].filter(
    (names) => names !== undefined,
  );

const inAll = ([first, ...others]: readonly (readonly string[])[]): readonly string[] | undefined =>
  others.reduce<readonly string[] | undefined>((names, more) => names && bothNames(more, names), first);

/** "las facturas que acaben en 1": what is told of its names in two ways cannot be had as one list of patterns. */
export const isTorn = (thing: Thing): boolean => namesSaid(thing).length > 1 && inAll(namesSaid(thing)) === undefined;

const selectOfThing = (thing: Thing): Select => {
  const said = namesSaid(thing);
  const names = inAll(said) ?? said[0];
  return { ...thing.select, ...(names && { names: [...names] }) };
};

/** The selections a list of things means; names join names and categories join categories where nothing else differs. */
export const selectsOf = (things: readonly Thing[]): Select[] => {
  const joined: Select[] = [];
  for (const select of shared(things).map(selectOfThing)) {
    const like = joined.find((other) => canJoin(other, select));
    if (like) join(like, select);
    else joined.push({ ...select });
  }
  return joined;
};

const LISTS = ['names', 'category'] as const;

const rest = (select: Select): string =>
  JSON.stringify(
    Object.entries(select)
      .filter(([key]) => !LISTS.some((list) => list === key))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const canJoin = (a: Select, b: Select): boolean =>
  rest(a) === rest(b) &&
  LISTS.some((key) => a[key] && b[key] && LISTS.every((other) => other === key || (!a[other] && !b[other])));

const join = (into: Select, from: Select): void => {
  if (from.names) into.names = [...(into.names ?? []), ...from.names];
  if (from.category) into.category = [...new Set([...(into.category ?? []), ...from.category])];
};

/** Whether a thing says which entries at all, beyond "archivos". */
export const isPlainKind = (thing: Thing): boolean =>
  thing.name === undefined &&
  thing.terms === undefined &&
  thing.contains === undefined &&
  !thing.pronoun &&
  !thing.top &&
  !thing.rest &&
  !has(thing.select);

export const isSingle = (thing: Thing): boolean =>
  thing.name !== undefined || (thing.terms !== undefined && thing.plural !== true);

export const isOnlyDefault = (clause: Clause): boolean =>
  clause.things.length === 0 || clause.things.every(isPlainKind);
