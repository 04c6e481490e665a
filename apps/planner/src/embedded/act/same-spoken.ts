import type { Select } from '#contracts/selection';
import type { Clause, Loc, Thing } from '../grammar/clause.js';
import { foldName } from '../text/fold.js';
import { find, FOUND_MAX } from './calls.js';
import type { Context } from './context.js';
import type { Job } from './job.js';
import { ask } from './questions.js';
import type { SameSet } from './same-sets.js';
import { selectsOf } from './selection.js';

/** After a look for the same files: "them", "the ones with (1) in the name" are some of what it found, and nothing else. */

/** A look for the same files, as the operation is asked. */
export interface Search {
  readonly in: string;
  readonly select?: Select;
  readonly with?: string;
}

const isLook = ({ spoken }: Context): boolean =>
  spoken.length > 0 && spoken.every(({ operation, state }) => operation === 'duplicates' && state === 'looked');

/** "them": all that was shown. */
export const isAllShown = ({ pronoun, select, contains }: Thing): boolean =>
  pronoun !== undefined && contains === undefined && Object.keys(select).length === 0;

/** Told by a part of their names, their size or their day, and as no kind of thing. */
const isWhich = (thing: Thing): boolean => {
  const { select, contains, kindSaid, name, terms, topic, top, of, rest } = thing;
  const isTold = Object.keys(select).length > 0 || contains !== undefined;
  return (
    (isTold || isAllShown(thing)) && [kindSaid, name, terms, topic, top, of, rest].every((part) => part === undefined)
  );
};

const isThere = ({ place, path }: Loc, folder: string): boolean =>
  place === undefined
    ? foldName(`/${folder}`).endsWith(foldName(`/${path.join('/')}`))
    : foldName(folder) === foldName([place, ...path].join('/'));

/** Whether the clause says no more than which of the files just shown; their folder may be said again. */
export const isOfSameShown = (context: Context, { things, locs, machine }: Clause): boolean => {
  const [only, ...others] = things;
  if (!isLook(context) || !only || others.length > 0 || machine !== undefined || !isWhich(only)) return false;
  const isAgain = only.select.kind === undefined && context.spoken.length === 1;
  return locs.every(({ loc }) => isAgain && isThere(loc, context.spoken[0]!.from ?? ''));
};

/** What was looked for last, to be looked for again: files come and go. */
export const searchesShown = (context: Context, clause: Clause): Search[] => {
  const isSaid = clause.locs.length > 0 || clause.machine !== undefined;
  if (!isLook(context) || (isSaid && !isOfSameShown(context, clause))) return [];
  const [{ machine: there } = { machine: undefined }] = context.spoken;
  if (there !== context.facts.defaultMachine) context.machine = there;
  return context.spoken.flatMap(({ from, select, with: other }) =>
    from === undefined ? [] : [{ in: from, ...(select && { select }), ...(other !== undefined && { with: other }) }],
  );
};

/** Those of them that go. Where all of one content would, they stay: of each there is one left. */
export function* shownOnes(context: Context, search: Search, told: Told): Job<string[]> {
  const [select] = selectsOf([told.thing]);
  const found = yield* find(context, [search.in], { ...select, kind: 'file', depth: 64 });
  if (found.length >= FOUND_MAX) throw ask(context, 'what', { key: 'what', options: [] });
  const fitting = new Set(found.map(({ location }) => location));
  return told.sets.flatMap(({ locations, with: others = [] }) => {
    const gone = locations.filter((location) => fitting.has(location));
    return gone.length === locations.length + others.length ? [] : gone;
  });
}

interface Told {
  readonly thing: Thing;
  readonly sets: readonly SameSet[];
}

/** "el que tiene (1) en el nombre", "it": one, and never more. */
export const isAsManyShown = ({ sentence }: Context, { pronoun, count }: Thing, found: number): boolean =>
  count === undefined ? found === 1 || (pronoun !== 'it' && !ONE.test(foldName(sentence))) : count === found;
const ONE = /\b(?:el|la|the one|that one) (?:que|with|that|con)\b/;
