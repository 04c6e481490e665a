import type { Thing } from '../grammar/clause.js';
import { find } from './calls.js';
import { placesOf, type Context } from './context.js';
import type { Job } from './job.js';
import { choose } from './questions.js';
import { selectsOf } from './selection.js';

const DEEP = 64;
const parentOf = (location: string): string => location.split('/').slice(0, -1).join('/');

/** Said by words of their names: only then may the folder be found by what is in it. */
const isByName = ({ terms, contains, topic, pronoun, rest, vague, top }: Thing): boolean =>
  (terms ?? contains ?? topic) !== undefined && !pronoun && !rest && !vague && !top;

/** "borra las facturas": no folder was said, and all there are lie in one; of several it is asked which. */
export function* placeFound(context: Context, things: readonly Thing[]): Job<string | undefined> {
  if (things.length === 0 || !things.every(isByName)) return undefined;
  const folders = new Set<string>();
  for (const select of selectsOf(things)) {
    const hits = yield* find(context, placesOf(context), { kind: 'file', ...select, depth: DEEP });
    for (const { location } of hits) folders.add(parentOf(location));
  }
  const options = [...folders];
  return options.length < 2 ? options[0] : choose(context, 'found', { key: 'whereFrom', options });
}
