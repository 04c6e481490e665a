import { leafOf, parentOf } from '#contracts/location-parts';
import type { Select } from '#contracts/selection';
import { choiceText } from '#contracts/words/question-text';
import type { Deed } from '../../facts.js';
import { literal } from '../grammar/patterns.js';
import { callOn, checked, countIn, find, type FoundEntry } from './calls.js';
import type { Context } from './context.js';
import { isPartBack } from './jobs-done.js';
import type { Job } from './job.js';
import { ask, choose } from './questions.js';
import { copiesIn, mentionsIn, soManyIn, type Mention } from './spoken.js';

/** Entries of one folder that were spoken of: by name where they are few, by rule where the rule means only them. */
export interface Referent {
  readonly from: string;
  readonly select?: Select;
  readonly names?: readonly string[];
}

const NAMES_MAX = 100;
/** A deed keeps so many names. */
const NAMES_KEPT = 10;
/** As many as one look shows. */
const SEEN_MAX = 50;

export const unclear = (context: Context) => ask(context, 'them', { key: 'whichThem', options: [] });

/** The entries the conversation last spoke of, where they are now. Never more than those: else it asks. */
export function* them(context: Context): Job<Referent[]> {
  const { spoken } = context;
  if (spoken[0]?.operation === 'copy' && spoken[0].state === 'committed') return yield* copiedOnes(context, spoken);
  return yield* nowOf(context, spoken);
}

/** "las dos", "both": as many as were said, of one job or of several in a row; of a sentence's own jobs only the last. */
export function* soMany(context: Context, count: number): Job<Referent[]> {
  const isOne = context.spoken.reduce((sum, { entries = 0 }) => sum + entries, 0) === count;
  const lately = context.done === 0 && !isOne ? soManyIn(mentionsIn(context.facts), count) : [];
  const found = isOne ? yield* them(context) : yield* nowOf(context, lately);
  if ((yield* entriesOf(context, found)).length !== count) throw unclear(context);
  return found;
}

/** What a copy made, and what it was made from. */
export function* copies(context: Context): Job<Referent[]> {
  return yield* nowOf(context, newestCopy(context));
}

const newestCopy = (context: Context): Mention =>
  context.spoken[0]?.operation === 'copy' ? context.spoken : (copiesIn(context.facts)[0] ?? []);

/** "both originals", of two copies made one after the other: as many as were said. */
export function* originals(context: Context, count?: number): Job<Referent[]> {
  const made = count === undefined ? newestCopy(context) : copiesOf(context, count);
  const found: Referent[] = [];
  for (const deed of made) found.push(yield* stillThere(deed, context));
  return someOf(context, found);
}

const copiesOf = (context: Context, count: number): Mention => {
  const made: Deed[] = [];
  for (const mention of copiesIn(context.facts)) {
    if (made.reduce((sum, { entries = 0 }) => sum + entries, 0) >= count) break;
    made.push(...mention);
  }
  return made.reduce((sum, { entries = 0 }) => sum + entries, 0) === count ? made : [];
};

const someOf = (context: Context, found: Referent[]): Referent[] => {
  if (found.length === 0) throw unclear(context);
  return found;
};

function* nowOf(context: Context, deeds: Mention): Job<Referent[]> {
  const found: Referent[] = [];
  for (const deed of deeds) found.push(...(yield* whereNow(deed, context)));
  return someOf(context, found);
}

/** What has no place any more, or was never one of ours, is asked about. */
const GONE = new Set(['trash', 'undo']);

function* whereNow(deed: Deed, context: Context): Job<Referent[]> {
  if (isPartBack(deed) && deed.state === 'committed') return yield* results(deed, context);
  if (GONE.has(deed.operation) && deed.state !== 'undone') throw unclear(context);
  if (deed.operation === 'undo') throw unclear(context);
  if (deed.state === 'looked' || deed.state === 'undone') return [asSeen(deed, context)];
  if (deed.operation === 'write') return [written(deed, context)];
  if (deed.operation === 'create-folder') return [made(deed, context)];
  return yield* results(deed, context);
}

const asSeen = (deed: Deed, context: Context): Referent => {
  const { from, select } = deed;
  if (from === undefined || deed.operation === 'duplicates') throw unclear(context);
  if (select === undefined && deed.operation !== 'find') return { from: parentOf(from), names: [leafOf(from)] };
  const names = namesShown(deed);
  if (names && (select?.depth ?? 1) === 1) return { from, names };
  return { from, select: { ...select, ...(names && { names: names.map(literal) }) } };
};

/** All that was shown, if its names are known: every one there is, or the first few of a ranking. */
const namesShown = ({ names = [], entries }: Deed): readonly string[] | undefined =>
  names.length > 0 && (names.length === entries || names.length < NAMES_KEPT) ? names : undefined;

/** What was looked at or taken, where it was then. */
export const seenOf = (context: Context, deeds: Mention): Referent[] => deeds.map((deed) => asSeen(deed, context));

/** The file that was written. */
const written = ({ from, to, names }: Deed, context: Context): Referent => {
  const at = to ?? from;
  const [name] = names ?? (at === undefined ? [] : [leafOf(at)]);
  if (at === undefined || name === undefined) throw unclear(context);
  return { from: at.endsWith(`/${name}`) ? parentOf(at) : at, names: [name] };
};

/** The folder that was made. */
const made = ({ to }: Deed, context: Context): Referent => {
  if (to === undefined) throw unclear(context);
  return { from: parentOf(to), names: [leafOf(to)] };
};

function* copiedOnes(context: Context, spoken: Mention): Job<Referent[]> {
  const options = [choiceText('originals', context.language), choiceText('copies', context.language)];
  const chosen = choose(context, 'copied', { key: 'originalsOrCopies', options });
  if (chosen === options[1]) return yield* nowOf(context, spoken);
  return spoken.map((deed) => asSeen(deed, context));
}

interface PlanReply {
  readonly entries?: readonly { readonly to?: string; readonly action: string }[];
  readonly truncated?: boolean;
}

/** Where a committed plan put its entries, read from the plan itself; one for each folder. */
function* results(deed: Deed, context: Context): Job<Referent[]> {
  if (deed.planId === undefined) throw unclear(context);
  const [reply] = checked(
    yield [callOn(context, 'plan', { planId: deed.planId, limit: NAMES_MAX })],
    context,
  ) as readonly PlanReply[];
  const put = (reply?.entries ?? [])
    .filter(({ to, action }) => to !== undefined && action !== 'create-folder' && action !== 'skip')
    .map(({ to }) => to!);
  const parents = [...new Set(put.map(parentOf))];
  if (put.length === deed.entries && reply?.truncated !== true)
    return parents.map((from) => ({ from, names: put.filter((to) => parentOf(to) === from).map(leafOf) }));
  if (parents.length !== 1) throw unclear(context);
  return [yield* byRule(deed, parents[0]!, context)];
}

/** Too many to name: the rule serves if it now selects exactly as many as were moved. */
function* byRule(deed: Deed, from: string, context: Context): Job<Referent> {
  const select = { ...deed.select, kind: deed.select?.kind ?? ('file' as const) };
  if ((yield* countIn(context, from, select)) !== deed.entries) throw unclear(context);
  return { from, select };
}

/** What was copied, where it was copied from: exactly as many as then, else it asks. */
function* stillThere(deed: Deed, context: Context): Job<Referent> {
  const seen = asSeen(deed, context);
  if ((yield* countIn(context, seen.from, selectOf(seen))) !== deed.entries) throw unclear(context);
  return seen;
}

/** As a selection: names are matched as they are. */
export const selectOf = ({ names, select }: Referent): Select =>
  names ? { kind: 'any', names: names.map(literal) } : { ...select };

/** The entries themselves, each once; more than one look shows are not told apart. */
export function* entriesOf(context: Context, referents: readonly Referent[]): Job<FoundEntry[]> {
  const entries = new Map<string, FoundEntry>();
  for (const referent of referents) {
    const found = yield* find(context, [referent.from], selectOf(referent));
    if (found.length >= SEEN_MAX) throw unclear(context);
    for (const entry of found) entries.set(entry.location, entry);
  }
  return [...entries.values()];
}
