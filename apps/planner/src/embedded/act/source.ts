import { parentOf } from '#contracts/location-parts';
import type { Clause, Loc, Thing } from '../grammar/clause.js';
import { literal } from '../grammar/patterns.js';
import { callOn, checked, countIn, find, type FoundEntry } from './calls.js';
import { placesOf, type Context } from './context.js';
import { LOOKUP } from './spoken.js';
import { checkCounts, theOne } from './definite.js';
import { settleWords } from './called.js';
import { placesFound } from './found-place.js';
import { entriesCalled, foldersNamed, oneEntry, slipped, sourceFolder } from './locate.js';
import { ask, chooseFolder, chooseLocation } from './questions.js';
import type { Chosen } from './among.js';
import { backSource } from './back-source.js';
import { settleSays } from './says.js';
import { isSingle, selectsOf } from './selection.js';
import { refuseVague } from './vague.js';
import { Say, type Job } from './job.js';
import { questionText } from '#contracts/words/question-text';

/** What a write acts on: one entry, or selections of one folder. */
export type Source = { readonly entry: FoundEntry } | Chosen;

/** The folder that it is in. */
export const placeOfSource = (source: Source): string =>
  'entry' in source ? parentOf(source.entry.location) : source.from;

/** As an operation takes it. */
export const argsOf = (source: Source): Record<string, unknown>[] =>
  'entry' in source
    ? [{ from: source.entry.location }]
    : source.selects.map((select) => ({ from: source.from, select }));

export const locWith = (clause: Clause, ...roles: readonly Clause['locs'][number]['role'][]): Loc | undefined =>
  roles.map((role) => clause.locs.find((each) => each.role === role)?.loc).find((loc) => loc !== undefined);

/** "los pdf de facturas": the folder if there is exactly one of that name, else a word of the names. */
function* topicFolder(context: Context, thing: Thing, from: string | undefined): Job<string | undefined> {
  if (thing.topic === undefined) return from;
  const found = yield* foldersNamed(context, from === undefined ? placesOf(context) : [from], [thing.topic]);
  if (found.length === 1) return found[0];
  const near = from === undefined ? slipped({ path: [thing.topic] }) : undefined;
  if (found.length === 0 && near !== undefined) return near;
  if (found.length > 1) return chooseLocation(context, `folder:${thing.topic}`, { key: 'whichOne', options: found });
  const glob = `*${literal(thing.topic).replace(/\s+/g, '*')}*`;
  if (thing.select.names) narrow(thing, glob);
  else thing.select.names = [glob];
  return from;
}

/** "los pdf de Pérez": each pattern keeps its ending and gains the word. */
const narrow = (thing: Thing, glob: string): void => {
  thing.select.names = thing.select.names!.map((name) => (name.startsWith('*.') ? glob + name.slice(1) : name));
};

function* topOf(context: Context, thing: Thing, from: string): Job<Source> {
  const { sort, order, limit, unsaid } = thing.top!;
  if (unsaid) throw ask(context, 'what', { key: 'what', options: [] });
  const select = { ...selectsOf([thing])[0], ...LOOKUP, ...(thing.deep && { depth: 64 }) };
  const [result] = checked(
    yield [callOn(context, 'find', { in: from, select, sort, order, limit: Math.min(limit, 50) })],
    context,
  );
  const entries = (result?.['entries'] as FoundEntry[] | undefined) ?? [];
  if (entries.length === 0) throw new Say(questionText('notFound', context.language, { name: from }));
  if (entries.length === 1) return { entry: entries[0]! };
  return {
    from,
    selects: [
      {
        kind: thing.select.kind ?? 'file',
        names: entries.map(({ name }) => literal(name)),
        ...(thing.deep && { depth: 64 }),
      },
    ],
  };
}

/** What a clause is about: one source, or one for each folder that its things are taken from. */
interface Asked {
  /** Where it is looked when no folder was said. */
  readonly fallback?: string;
  /** Where it all goes: what is there already is not meant. */
  readonly to?: Loc;
}

/** One thing by its name, or those that "both" answered for; a new name is for one. */
function* named(context: Context, { things, newName }: Clause, from: string | undefined): Job<readonly Source[]> {
  if (newName !== undefined) return [{ entry: yield* oneEntry(context, things[0]!, from) }];
  return (yield* entriesCalled(context, things[0]!, from)).map((entry) => ({ entry }));
}

/** The folders the things are in, as they were said; `fallback` when nothing was. */
export function* sourceOf(context: Context, clause: Clause, { fallback, to }: Asked = {}): Job<readonly Source[]> {
  const { things } = clause;
  const loc = locWith(clause, 'from', 'object', 'in');
  const only = things.length === 1 ? things[0] : undefined;
  const back = yield* backSource(context, things, loc);
  if (back) return back;
  const said = loc && (yield* sourceFolder(context, loc));
  if (only && isSingle(only)) return yield* named(context, clause, said);
  refuseVague(context, things);
  const from = (yield* withTopics(context, things, said)) ?? meantPlace(context, things) ?? fallback;
  const one = only && (yield* theOne(context, only, from));
  if (one) return [{ entry: one }];
  return from === undefined ? yield* foundSources(context, things, to) : [yield* selected(context, things, from)];
}

export const isSeveralNamed = ({ things, locs }: Clause): boolean =>
  things.length > 1 && locs.length === 0 && things.every(({ name }) => name !== undefined);

/** "informe.pdf y notas.txt", wherever each of them is. */
export function* eachNamed(context: Context, clause: Clause): Job<Source[]> {
  const sources: Source[] = [];
  for (const thing of clause.things) sources.push(...(yield* sourceOf(context, { ...clause, things: [thing] })));
  return sources;
}

/** No folder was said: where the things lie, else the folder is asked for. */
function* foundSources(context: Context, things: readonly Thing[], to: Loc | undefined): Job<readonly Source[]> {
  const sources: Source[] = [];
  for (const found of yield* placesFound(context, things, to))
    sources.push(yield* selected(context, found.things, found.from));
  return sources.length > 0 ? sources : [yield* selected(context, things, yield* placeAsked(context))];
}

/** An exception that names nothing there was misread, and doing all of it would be more than was asked. */
function* checkOuts(context: Context, things: readonly Thing[], from: string): Job<void> {
  const outs = things.flatMap(({ outs: names }) => names ?? []);
  if (outs.length === 0) return;
  if ((yield* countIn(context, from, { kind: 'any', names: outs, depth: 64 })) > 0) return;
  throw ask(context, 'what', { key: 'what', options: [] });
}

function* selected(context: Context, things: readonly Thing[], from: string): Job<Source> {
  yield* settleSays(context, things, from);
  yield* checkOuts(context, things, from);
  yield* settleWords(context, things, from);
  yield* checkCounts(context, things, from);
  if (things.length === 1 && things[0]!.top) return yield* topOf(context, things[0]!, from);
  if (things.some(isSingle)) return yield* severalNamed(context, things, from);
  const deep = things.some((thing) => thing.deep);
  const selects = things.length === 0 ? [{ kind: 'file' as const }] : selectsOf(things);
  const all = deep ? selects.map((select) => ({ ...select, depth: 64 })) : selects;
  return { from, selects: all };
}

const meantPlace = (context: Context, things: readonly Thing[]): string | undefined =>
  placeMeant(things) ?? downloadsMeant(context, things);

export const PLACE_OF: Readonly<Record<string, string>> = {
  image: 'pictures',
  audio: 'music',
  video: 'videos',
  document: 'documents',
};

/** "el último archivo descargado": what was downloaded is in the downloads. */
export const downloadsMeant = (context: Context, things: readonly Thing[]): string | undefined =>
  things.length > 0 &&
  /(?:descargad|bajad|\bdownload(?:ed)?\b|\bbajé|\bdescargué|\bque baje\b|\bdescargue\b)/i.test(context.sentence)
    ? 'downloads'
    : undefined;

/** "los archivos de imágenes", and no folder named: the place of that name. */
const placeMeant = (things: readonly Thing[]): string | undefined => {
  const [only] = things;
  const category = only?.select.category?.[0];
  if (things.length !== 1 || !only?.orPlace || category === undefined) return undefined;
  only.select = { ...only.select, category: undefined, kind: 'file' };
  return PLACE_OF[category];
};

function* withTopics(context: Context, things: readonly Thing[], said: string | undefined): Job<string | undefined> {
  let from = said;
  for (const thing of things) from = yield* topicFolder(context, thing, from);
  return from;
}

/** "informe.pdf y notas.txt": each must be there exactly once. */
function* severalNamed(context: Context, things: readonly Thing[], from: string): Job<Source> {
  const names = things.flatMap((thing) => (thing.name === undefined ? [] : [literal(thing.name)]));
  if (names.length !== things.length) throw ask(context, 'what', { key: 'what', options: [] });
  const patterns = things.map(({ alsoName }, at) => patternsOf(names[at]!, alsoName));
  for (const [at, each] of patterns.entries()) {
    const hits = yield* find(context, [from], { kind: 'any', names: each });
    if (hits.length === 0) throw new Say(questionText('notFound', context.language, { name: things[at]!.name! }));
  }
  return { from, selects: [{ kind: 'any', names: patterns.flat() }] };
}

const patternsOf = (name: string, also: string | undefined): string[] => {
  if (also !== undefined) return [name, literal(also)];
  return name.includes('.') ? [name] : [name, `${name}.*`];
};

function* placeAsked(context: Context): Job<string> {
  return yield* sourceFolder(context, chooseFolder(context, 'from', { key: 'whereFrom' }));
}
