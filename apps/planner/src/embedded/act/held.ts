import { isWithin, leafOf, parentOf } from '#contracts/location-parts';
import type { Select } from '#contracts/selection';
import { heldText, keptText } from '#contracts/words/answer-text';
import { questionText } from '#contracts/words/question-text';
import type { Clause, Thing } from '../grammar/clause.js';
import { literal } from '../grammar/patterns.js';
import { callOn, checked, planAndCommit } from './calls.js';
import { trashCalls } from './copies.js';
import type { Context } from './context.js';
import { Say, type Job } from './job.js';
import { sourceFolder } from './locate.js';
import { deepened, PAGE, subjectOf } from './looking.js';
import { ask } from './questions.js';
import { isSingle } from './selection.js';
import { SAME_MAX, sameSets, type SameSet } from './same-sets.js';
import type { Source } from './source.js';

/** "… that I already have in pictures": only what the other folder holds with the same content, whatever its name there. */

type Held = NonNullable<Clause['heldIn']>;

/** The other folder: never one that the first lies in, or the only copy could be taken for its own. */
function* otherFolder(context: Context, held: Held, folders: readonly string[]): Job<string> {
  if (held === 'elsewhere') throw new Say(questionText('compareMachines', context.language));
  const other = yield* sourceFolder(context, held);
  if (folders.some((folder) => isWithin(folder, other) || isWithin(other, folder)))
    throw new Say(questionText('compareApart', context.language));
  return other;
}

type Parts = Parameters<typeof heldText>[0];

/** Looking goes below all folders, as every search. */
export function* tellHeld(context: Context, clause: Clause, held: Held): Job<string> {
  const { parts, shown } = deepened(yield* subjectOf(context, clause, 'file'));
  const other = yield* otherFolder(
    context,
    held,
    parts.map((part) => part.in),
  );
  const calls = parts.map((part) => callOn(context, 'duplicates', { ...part, with: other, limit: PAGE }));
  const found = checked(yield calls, context) as unknown as Parts;
  return heldText(found, context.language, { ...(shown !== undefined && { where: shown }), other });
}

/** Those of what would else all go. Of the other folder none goes, so that of each one stays. */
export function* trashHeld(context: Context, clause: Clause, sources: readonly Source[]): Job<string> {
  const searches = sources.flatMap(searchesOf);
  const other = yield* otherFolder(
    context,
    clause.heldIn!,
    searches.map((search) => search.in),
  );
  const sets: SameSet[] = [];
  for (const { only, ...search } of searches)
    for (const set of yield* sameSets(context, { ...search, with: other }))
      sets.push({ ...set, locations: set.locations.filter((location) => location === (only ?? location)) });
  const gone = [...new Set(sets.flatMap(({ locations }) => locations))];
  if (gone.length === 0) throw new Say(heldText([], context.language, { where: searches[0]!.in, other }));
  if (gone.length > SAME_MAX || !isAsMany(clause.things, gone.length))
    throw ask(context, 'what', { key: 'what', options: [] });
  yield* planAndCommit(context, yield* trashCalls(context, gone));
  return keptText(sets, context.language, other);
}

interface Search {
  readonly in: string;
  readonly select: Select;
  /** Names are matched whatever their case. */
  readonly only?: string;
}

/** Of a folder only its own files are selected, as in every order. */
const searchesOf = (source: Source): Search[] => {
  if (!('entry' in source))
    return source.selects.map((select) => ({ in: source.from, select: { depth: 1, ...select } }));
  const { location } = source.entry;
  return [{ in: parentOf(location), select: { names: [literal(leafOf(location))], depth: 1 }, only: location }];
};

/** "los 3 pdf que ya tengo en …": so many must they be. */
const isAsMany = (things: readonly Thing[], found: number): boolean =>
  things.map(countOf).every((count) => count === undefined || (things.length === 1 && count === found));
const countOf = (thing: Thing): number | undefined => thing.count ?? (isSingle(thing) ? 1 : undefined);

/** Counts are of what the other folder holds, and not of all there are. */
export const uncounted = (clause: Clause): Clause =>
  clause.heldIn === undefined
    ? clause
    : { ...clause, things: clause.things.map((thing) => ({ ...thing, count: undefined, plural: true })) };
