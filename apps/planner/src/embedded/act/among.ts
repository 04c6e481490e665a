import { leafOf, parentOf } from '#contracts/location-parts';
import type { Select } from '#contracts/selection';
import { questionText } from '#contracts/words/question-text';
import { newThing, type Thing } from '../grammar/clause.js';
import { literal } from '../grammar/patterns.js';
import { find, type FoundEntry } from './calls.js';
import type { Context } from './context.js';
import { Say, type Job } from './job.js';
import { pick } from './pick.js';
import { ask } from './questions.js';
import { copies, entriesOf, originals, selectOf, soMany, them, unclear, type Referent } from './referents.js';
import { selectsOf } from './selection.js';
import { thereOf } from './there.js';

/** Which of what was spoken of are meant: all, "that one", "only the pdfs of them", "them except the receipts". */

/** Entries of one folder, as an operation selects them. */
export interface Chosen {
  readonly from: string;
  readonly selects: readonly Select[];
}

function* meant(context: Context, { of, count }: Thing): Job<Referent[]> {
  if (of === 'copies') return yield* copies(context);
  if (of === 'originals') return yield* originals(context, count);
  if (of === 'folder') return [folderSpokenOf(context)];
  return count !== undefined && count > 1 ? yield* soMany(context, count) : yield* them(context);
}

/** "that folder", as a thing of its own: a place itself is none. */
const folderSpokenOf = (context: Context): Referent => {
  const there = thereOf(context);
  if (!there.includes('/')) throw unclear(context);
  return { from: parentOf(there), names: [leafOf(there)] };
};

const isPlain = ({ select, top, outs, terms, contains, narrows }: Thing): boolean =>
  Object.keys(select).length === 0 && !top && !outs && !terms && contains === undefined && !narrows;

/** What a thing that points back means, folder by folder; of "it" there is one. */
export function* spokenOf(context: Context, thing: Thing): Job<Chosen[]> {
  const referents = yield* meant(context, thing);
  if (thing.pronoun !== 'it' && isPlain(thing) && isApart(referents))
    return referents.map((referent) => ({ from: referent.from, selects: [selectOf(referent)] }));
  const entries = yield* fitting(context, thing, yield* entriesOf(context, referents));
  if (thing.pronoun === 'it' && entries.length > 1) return inFolders([pickOne(context, thing, entries)]);
  return inFolders(entries);
}

/** Several looks at one folder may have shown the same twice. */
const isApart = (referents: readonly Referent[]): boolean =>
  new Set(referents.map(({ from }) => from)).size === referents.length;

/** The one entry that "it" means. */
export function* itEntry(context: Context, thing: Thing): Job<FoundEntry> {
  const referents = yield* meant(context, thing);
  const [only, ...others] = referents.flatMap(
    ({ from, names }) => names?.map((name) => ({ from, name })) ?? [undefined],
  );
  if (only && others.length === 0 && isPlain(thing))
    return { location: `${only.from}/${only.name}`, name: only.name, kind: 'file', size: 0, modified: '' };
  const entries = yield* fitting(context, thing, yield* entriesOf(context, referents));
  return entries.length === 1 ? entries[0]! : pickOne(context, thing, entries);
}

const pickOne = (context: Context, { said }: Thing, hits: readonly FoundEntry[]): FoundEntry => {
  if (hits.length === 0) throw unclear(context);
  return pick(context, { label: said ?? '…', hits, key: 'whichThem' });
};

/** As many selections as there are folders. */
export const inFolders = (entries: readonly FoundEntry[]): Chosen[] =>
  [...new Set(entries.map(({ location }) => parentOf(location)))].map((from) => ({
    from,
    selects: [
      {
        kind: 'any' as const,
        names: entries.filter(({ location }) => parentOf(location) === from).map(({ name }) => literal(name)),
      },
    ],
  }));

/** "the docx ones", "solo los pdf", "el más grande": some of what was looked at, where no folder was said. */
export function* someSpokenOf(context: Context, things: readonly Thing[]): Job<Chosen[] | undefined> {
  if (things.length === 1 && things[0]!.pointed) return yield* pointedAt(context, things[0]!);
  const isLooked = context.spoken.length > 0 && context.spoken.every(({ state }) => state === 'looked');
  if (!isLooked || things.length === 0 || !things.every(({ narrows, top }) => narrows ?? top)) return undefined;
  const all = yield* entriesOf(context, yield* them(context));
  const some: FoundEntry[] = [];
  for (const thing of things) {
    const fit = yield* fitting(context, thing, all);
    some.push(...(thing.count === 1 && fit.length > 1 ? [pickOne(context, thing, fit)] : fit));
  }
  return inFolders([...new Set(some)]);
}

/** "that pdf": the one of that kind which was spoken of, where anything was. */
function* pointedAt(context: Context, thing: Thing): Job<Chosen[] | undefined> {
  if (context.spoken.length === 0) return undefined;
  const fit = yield* selectedOf(context, thing, yield* entriesOf(context, yield* them(context)));
  return inFolders([fit.length === 1 ? fit[0]! : pickOne(context, thing, fit)]);
}

/** Those of the entries that the other words of the thing fit. */
export function* fitting(context: Context, thing: Thing, all: FoundEntry[]): Job<FoundEntry[]> {
  yield* checkOuts(context, thing, all);
  const entries = yield* selectedOf(context, { ...thing, top: undefined }, all);
  if (entries.length === 0) throw new Say(questionText('notFound', context.language, { name: thing.said ?? '…' }));
  return thing.top ? ranked(entries, thing.top) : entries;
}

/** An exception that names none of them was misread. */
function* checkOuts(context: Context, { outs }: Thing, all: FoundEntry[]): Job<void> {
  if (!outs) return;
  const out = yield* selectedOf(context, newThing({ kind: 'any', names: outs }), all);
  if (out.length === 0) throw ask(context, 'what', { key: 'what', options: [] });
}

/** Those of the entries that the thing's own words select. */
export function* selectedOf(context: Context, thing: Thing, all: FoundEntry[]): Job<FoundEntry[]> {
  const [select] = selectsOf([thing]);
  if (select === undefined || Object.keys(select).length === 0) return all;
  const fit = new Set<string>();
  for (const folder of new Set(all.map(({ location }) => parentOf(location))))
    for (const { location } of yield* find(context, [folder], { kind: 'any', ...select })) fit.add(location);
  return all.filter(({ location }) => fit.has(location));
}

type Measured = Pick<FoundEntry, 'size' | 'modified'>;

/** The first ones in that order. */
export const ranked = <T extends Measured>(
  entries: readonly T[],
  { sort, order, limit }: NonNullable<Thing['top']>,
): T[] => {
  const valueOf = ({ size, modified }: Measured): number => (sort === 'size' ? size : Date.parse(modified));
  const sign = order === 'asc' ? 1 : -1;
  return entries.toSorted((a, b) => sign * (valueOf(a) - valueOf(b))).slice(0, limit);
};
