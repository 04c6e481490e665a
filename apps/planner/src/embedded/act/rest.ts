import { questionText } from '#contracts/words/question-text';
import type { Thing } from '../grammar/clause.js';
import { inFolders, selectedOf, type Chosen } from './among.js';
import { find, FOUND_MAX, type FoundEntry } from './calls.js';
import type { Context } from './context.js';
import { Say, type Job } from './job.js';
import { pick } from './pick.js';
import { entriesOf, seenOf, unclear } from './referents.js';
import { selectsOf } from './selection.js';
import { homeOf, mentionsIn, type Mention } from './spoken.js';

/**
 * "el resto", "las demás facturas": what is left of what was listed, or else of the folder, when those that were seen to are
 * taken out. What was moved or deleted is gone; what was copied, or only looked at, is still there and not meant.
 */
export function* restOf(context: Context, thing: Thing, folder: string | undefined): Job<Chosen[]> {
  const from = folder ?? folderOf(context.spoken);
  if (from === undefined) throw unclear(context);
  const done = yield* seenTo(context);
  const left = (yield* candidates(context, thing, from)).filter(({ location }) => !done.has(location));
  if (left.length === 0) throw new Say(questionText('notFound', context.language, { name: labelOf(thing) }));
  const isOneOfMany = thing.count === 1 && left.length > 1;
  return inFolders(isOneOfMany ? [pick(context, { label: labelOf(thing), hits: left, key: 'whichOne' })] : left);
}

const labelOf = ({ terms, said }: Thing): string => terms?.join(' ') ?? said ?? '…';

/** The one folder that all of it was in. */
const folderOf = (spoken: Mention): string | undefined => {
  const folders = spoken.map(homeOf);
  return folders.every((folder) => folder === folders[0]) ? folders[0] : undefined;
};

/** What is still where it was although it was spoken of. */
function* seenTo(context: Context): Job<ReadonlySet<string>> {
  const isStill = context.spoken.some(({ state, operation }) => state === 'looked' || operation === 'copy');
  if (!isStill) return new Set();
  const entries = yield* entriesOf(context, seenOf(context, context.spoken));
  return new Set(entries.map(({ location }) => location));
}

function* candidates(context: Context, thing: Thing, from: string): Job<FoundEntry[]> {
  const listed = yield* listedBefore(context, thing, from);
  if (listed.length > 0) return listed;
  const [select] = selectsOf([{ ...thing, rest: false }]);
  const all = yield* find(context, [from], { kind: 'file', ...select });
  if (all.length >= FOUND_MAX) throw unclear(context);
  return all;
}

/** What was listed of the same folder before something was done with some of it. */
function* listedBefore(context: Context, thing: Thing, from: string): Job<FoundEntry[]> {
  const [newest] = context.spoken;
  if (newest === undefined || newest.state === 'looked') return [];
  const before = mentionsIn(context.facts).find(([deed]) => deed!.state === 'looked' && deed!.operation === 'find');
  if (!before?.every((deed) => deed.from === from)) return [];
  return yield* selectedOf(context, thing, yield* entriesOf(context, seenOf(context, before)));
}
