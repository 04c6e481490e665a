import type { Thing } from '../grammar/clause.js';
import { questionText } from '#contracts/words/question-text';
import { countIn, find, type FoundEntry } from './calls.js';
import { placesOf, type Context } from './context.js';
import { Say, type Job } from './job.js';
import { pick } from './pick.js';
import { ask, saysAll } from './questions.js';
import { selectsOf } from './selection.js';

/** Things said to be so many: "el pdf", "un zip", "both photos", "los 3 archivos". More than that is never taken. */

const isOne = ({ count, top, name, pronoun }: Thing): boolean => count === 1 && !top && name === undefined && !pronoun;

const labelOf = ({ said, terms }: Thing): string => said ?? terms?.join(' ') ?? '…';

/** "el pdf de descargas", "el excel": the only one there is, else a question with those there are. */
export function* theOne(context: Context, thing: Thing, from: string | undefined): Job<FoundEntry | undefined> {
  if (!isOne(thing)) return undefined;
  const places = from === undefined ? placesOf(context) : [from];
  const isDeep = from === undefined || thing.deep === true;
  const [select] = selectsOf([thing]);
  const hits = yield* find(context, places, { kind: 'file', ...select, ...(isDeep && { depth: 64 }) });
  const label = labelOf(thing);
  if (hits.length === 0) throw new Say(questionText('notFound', context.language, { name: label }));
  if (saysAll(context, `entry:${label}`, hits.length)) return undefined;
  return hits.length === 1 ? hits[0]! : pick(context, { label, hits, key: 'whichOne' });
}

/** Of several things, each must be as many as was said. */
export function* checkCounts(context: Context, things: readonly Thing[], from: string): Job<void> {
  for (const thing of things) {
    if (thing.count === undefined || thing.top || thing.name !== undefined || thing.pronoun) continue;
    const [select] = selectsOf([thing]);
    const found = yield* countIn(context, from, { kind: 'file', ...select, ...(thing.deep && { depth: 64 }) });
    if (saysAll(context, `entry:${labelOf(thing)}`, found)) continue;
    if (found !== thing.count) throw ask(context, 'what', { key: 'what', options: [] });
  }
}
