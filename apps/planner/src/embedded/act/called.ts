import type { Clause, Loc, Thing } from '../grammar/clause.js';
import { isCalled } from '../grammar/called.js';
import { literal } from '../grammar/patterns.js';
import { find, FOUND_MAX } from './calls.js';
import { placesOf, type Context } from './context.js';
import type { Job } from './job.js';
import { sourceFolder } from './locate.js';
import { ask } from './questions.js';
import { selectsOf } from './selection.js';

/** What several words mean: one thing called exactly so, else all whose names hold each of the words. */

/** "the annual accounts": where something is called just so, it is that. */
export function* settleCalled(context: Context, { things }: Clause, loc: Loc | undefined): Job<void> {
  if (things.every(({ called }) => called === undefined)) return;
  const places = loc === undefined ? placesOf(context) : [yield* sourceFolder(context, loc)];
  for (const thing of things) {
    if (thing.called === undefined) continue;
    const names = [literal(thing.called), `${literal(thing.called)}.*`];
    const hits = yield* find(context, places, { kind: 'any', names, depth: 64 });
    if (hits.length > 0)
      Object.assign(thing, { name: thing.called, terms: undefined, plural: false, count: undefined });
  }
}

/** A pattern finds a word inside another ("log" in "catalog"): then those called so are named one by one. */
export function* settleWords(context: Context, things: readonly Thing[], from: string): Job<void> {
  for (const thing of things) {
    if (thing.plural !== true || (thing.terms ?? []).length < 2) continue;
    const [select] = selectsOf([thing]);
    const hits = yield* find(context, [from], { kind: 'file', ...select, ...(thing.deep && { depth: 64 }) });
    const meant = hits.filter(({ name }) => isCalled(thing, name));
    if (meant.length === hits.length && hits.length < FOUND_MAX) continue;
    if (meant.length === 0 || hits.length >= FOUND_MAX) throw ask(context, 'what', { key: 'what', options: [] });
    const names = meant.map(({ name }) => literal(name));
    Object.assign(thing, { select: { ...thing.select, names }, terms: undefined });
  }
}
