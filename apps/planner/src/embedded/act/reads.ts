import type { Entry, Totals } from '#contracts/entry';
import type { Select } from '#contracts/selection';
import {
  countText,
  duplicatesText,
  foundText,
  freeText,
  historyText,
  machinesText,
  rankText,
  readText as readWords,
  sizeText,
} from '#contracts/words/answer-text';
import { listed } from '#contracts/words/amounts';
import { shownLocation } from '#contracts/words/place-names';
import type { Clause, Thing } from '../grammar/clause.js';
import { callOn, checked, failWith } from './calls.js';
import { placesOf, type Context } from './context.js';
import type { Job, Result } from './job.js';
import { foldersNamed, oneEntry, sourceFolder } from './locate.js';
import { ask } from './questions.js';
import { them, selectOf } from './referents.js';
import { isPlainKind, selectsOf } from './selection.js';
import { literal } from '../grammar/patterns.js';
import { locWith, refuseVague } from './source.js';

const DEEP = 64;
const PAGE = 30;

interface Found {
  entries: Entry[];
  totals: Totals;
}

interface Where {
  /** Folders to look in; several mean everywhere. */
  readonly places: readonly string[];
  readonly shown?: string;
}

const merged = (results: readonly Result[]): Found => {
  const found = results.filter(({ error }) => error === undefined) as unknown as Found[];
  const sum = (key: keyof Totals): number => found.reduce((total, { totals }) => total + (totals?.[key] ?? 0), 0);
  return {
    entries: found.flatMap(({ entries }) => entries ?? []),
    totals: { entries: sum('entries'), files: sum('files'), folders: sum('folders'), bytes: sum('bytes') },
  };
};

interface Look {
  readonly where: Where;
  readonly selects: readonly Select[];
  readonly rest?: Record<string, unknown>;
}

function* look(context: Context, { where, selects, rest = {} }: Look): Job<Found> {
  const calls = where.places.flatMap((place) =>
    selects.map((select) => callOn(context, 'find', { in: place, select, limit: PAGE, ...rest })),
  );
  const results = yield calls;
  const failed = results.find(
    ({ error }) => error !== undefined && (calls.length === 1 || !['UNKNOWN_PLACE', 'NOT_FOUND'].includes(error.code)),
  );
  if (failed?.error) throw failWith(failed.error, context);
  return merged(results);
}

/** Where to look: what was said, what "them" are in, or every place. */
function* whereOf(context: Context, clause: Clause): Job<Where> {
  const loc = locWith(clause, 'from', 'object', 'in', 'to');
  if (!loc) return { places: placesOf(context) };
  const folder = yield* sourceFolder(context, loc);
  return { places: [folder], shown: folder };
}

function* topics(context: Context, things: readonly Thing[], where: Where): Job<Where> {
  const topic = things[0]?.topic;
  if (topic === undefined) return where;
  const folders = where.shown === undefined || !topic ? yield* foldersNamed(context, where.places, [topic]) : [];
  if (folders.length === 1) return { places: folders, shown: folders[0]! };
  const glob = `*${literal(topic).replace(/\s+/g, '*')}*`;
  const select = things[0]!.select;
  select.names = select.names
    ? select.names.map((name) => (name.startsWith('*.') ? glob + name.slice(1) : name))
    : [glob];
  return where;
}

interface Subject {
  readonly where: Where;
  readonly selects: Select[];
}

function* subjectOf(context: Context, clause: Clause, kind: Select['kind']): Job<Subject> {
  const [first] = clause.things;
  if (first?.pronoun && clause.things.length === 1) {
    const referent = yield* them(context);
    return {
      where: { places: [referent.from], shown: referent.from },
      selects: [{ ...selectOf(referent), ...first.select }],
    };
  }
  refuseVague(context, clause.things);
  const where = yield* topics(context, clause.things, yield* whereOf(context, clause));
  const selects = clause.things.length === 0 ? [{ kind }] : selectsOf(clause.things.map(namedAsGlob));
  return { where, selects };
}

/** When only looking, a name may be part of one: "busca informe" finds "Informe final.docx". */
const namedAsGlob = (thing: Thing): Thing =>
  thing.name === undefined
    ? thing
    : {
        ...thing,
        name: undefined,
        select: {
          ...thing.select,
          kind: thing.select.kind ?? 'any',
          names: [/[.*]/.test(thing.name) ? thing.name : `*${literal(thing.name).replace(/\s+/g, '*')}*`],
        },
      };

const deepened = (selects: readonly Select[], depth = DEEP): Select[] =>
  selects.map((select) => ({ ...select, depth: select.depth ?? depth }));

export function* list(context: Context, clause: Clause): Job<string> {
  const hasTop = clause.things.find((thing) => thing.top);
  if (hasTop) return yield* rank(context, clause, hasTop);
  const file = clause.act === 'list' ? fileMeant(clause) : undefined;
  if (file) return yield* read(context, { ...clause, things: [file] });
  const folder = yield* folderThing(context, clause);
  const { where, selects } = folder ?? (yield* subjectOf(context, clause, 'any'));
  const isDeep = where.shown === undefined || clause.things.some(({ deep }) => deep);
  const found = yield* look(context, {
    where,
    selects: isDeep && clause.things.length > 0 ? deepened(selects) : selects,
  });
  return foundText(found, context.language, where.shown);
}

/** "muéstrame (el contenido de) notas.txt": a file is shown by its text. */
const fileMeant = ({ things }: Clause): Thing | undefined => {
  const file = things.find(({ name }) => name !== undefined && /\.[a-z0-9]+$/i.test(name));
  return file && things.every((thing) => thing === file || isPlainKind(thing)) ? file : undefined;
};

/** "¿qué hay en la carpeta facturas?": the folder is where to look, not what to find. */
function* folderThing(context: Context, clause: Clause): Job<Subject | undefined> {
  const [only] = clause.things;
  if (clause.things.length !== 1 || only?.name === undefined || only.nameKind !== 'folder') return undefined;
  const folder = yield* sourceFolder(context, { ...only.loc, path: [...(only.loc?.path ?? []), only.name] });
  return { where: { places: [folder], shown: folder }, selects: [{ kind: 'any' }] };
}

export function* search(context: Context, clause: Clause): Job<string> {
  const hasTop = clause.things.find((thing) => thing.top);
  if (hasTop) return yield* rank(context, clause, hasTop);
  if (clause.things.length === 0) return yield* list(context, clause);
  const contains = clause.things.find((thing) => thing.contains !== undefined)?.contains;
  const { where, selects } = yield* subjectOf(context, clause, 'any');
  const found = yield* look(context, { where, selects: deepened(withText(selects, contains)) });
  if (found.totals.entries > 0) return foundText(unique(found), context.language, where.shown);
  return foundText(yield* inside(context, clause, where), context.language, where.shown);
}

const withText = (selects: readonly Select[], text: string | undefined): Select[] => {
  if (text === undefined) return [...selects];
  return [...selects, ...selects.map(({ names: _names, ...select }) => ({ ...select, text }))];
};

const unique = (found: Found): Found => {
  const entries = [...new Map(found.entries.map((entry) => [entry.location, entry])).values()];
  const twice = found.entries.length - entries.length;
  return {
    entries,
    totals: { ...found.totals, entries: found.totals.entries - twice, files: found.totals.files - twice },
  };
};

/** No name fits: the words may be in the texts. */
function* inside(context: Context, clause: Clause, where: Where): Job<Found> {
  const words = clause.things.flatMap(({ terms, name }) => terms ?? (name === undefined ? [] : [name]));
  if (words.length !== 1) return { entries: [], totals: { entries: 0, files: 0, folders: 0, bytes: 0 } };
  return yield* look(context, { where, selects: [{ kind: 'file', text: words[0]!, depth: DEEP }] });
}

function* rank(context: Context, clause: Clause, thing: Thing): Job<string> {
  const { sort, order, limit } = thing.top!;
  const { where, selects } = yield* subjectOf(context, clause, 'file');
  const found = yield* look(context, { where, selects: deepened(selects), rest: { sort, order, limit } });
  const sign = order === 'asc' ? 1 : -1;
  const ordered = [...found.entries].sort(
    (a, b) => sign * (sort === 'size' ? a.size - b.size : Date.parse(a.modified) - Date.parse(b.modified)),
  );
  return rankText(ordered.slice(0, limit), context.language, context.clock.zone);
}

export function* count(context: Context, clause: Clause): Job<string> {
  const folder = yield* folderThing(context, clause);
  const { where, selects } = folder ?? (yield* subjectOf(context, clause, 'file'));
  if (where.shown === undefined)
    return foundCount(yield* look(context, { where, selects: deepened(selects), rest: { limit: 0 } }), context);
  const direct = yield* look(context, { where, selects, rest: { limit: 0 } });
  const below = yield* look(context, { where, selects: deepened(selects), rest: { limit: 0 } });
  return countText(direct.totals, below.totals, { language: context.language, where: where.shown });
}

const foundCount = ({ totals }: Found, { language }: Context): string => countText(totals, totals, { language });

export function* size(context: Context, clause: Clause): Job<string> {
  const hasTop = clause.things.find((thing) => thing.top);
  if (hasTop) return yield* rank(context, clause, hasTop);
  const [only] = clause.things;
  if (clause.things.length === 1 && only?.name !== undefined && only.nameKind !== 'folder')
    return yield* sizeOfOne(context, clause, only);
  const folder = yield* folderThing(context, clause);
  const { where, selects } = folder ?? (yield* subjectOf(context, clause, 'file'));
  const files = selects.map((select) => ({ ...select, kind: 'file' as const }));
  const found = yield* look(context, { where, selects: deepened(files), rest: { limit: 0 } });
  return sizeText(found.totals, context.language, where.shown);
}

function* sizeOfOne(context: Context, clause: Clause, thing: Thing): Job<string> {
  const loc = locWith(clause, 'from', 'object', 'in');
  const entry = yield* oneEntry(context, thing, loc && (yield* sourceFolder(context, loc)));
  if (entry.kind !== 'folder') return rankText([entry as Entry], context.language, context.clock.zone);
  const found = yield* look(context, {
    where: { places: [entry.location], shown: entry.location },
    selects: [{ kind: 'file', depth: DEEP }],
    rest: { limit: 0 },
  });
  return sizeText(found.totals, context.language, entry.location);
}

export function* read(context: Context, clause: Clause): Job<string> {
  const [only] = clause.things;
  if (!only || clause.things.length > 1)
    return clause.locs.length > 0 ? yield* list(context, { ...clause, act: 'find' }) : yield* whatToRead(context);
  const loc = locWith(clause, 'from', 'object', 'in');
  const at = loc && (yield* sourceFolder(context, loc));
  const entry = yield* oneEntry(context, only, at);
  if (entry.kind === 'folder')
    return foundText(
      yield* look(context, { where: { places: [entry.location] }, selects: [{ kind: 'any' }] }),
      context.language,
      entry.location,
    );
  const [result] = checked(yield [callOn(context, 'read', { file: entry.location, length: 6000 })], context);
  return readWords(String(result?.['text'] ?? ''), result?.['more'] === true, context.language);
}

// eslint-disable-next-line require-yield -- a question ends the job; the generator form keeps one way of calling
function* whatToRead(context: Context): Job<string> {
  throw ask(context, 'what', { key: 'what', options: [] });
}

export function* duplicates(context: Context, clause: Clause): Job<string> {
  const where = yield* whereOf(context, clause);
  const select = clause.things[0]?.select;
  const args = { ...(select && Object.keys(select).length > 0 && { select: { ...select, depth: DEEP } }), limit: PAGE };
  const results = yield where.places.map((place) => callOn(context, 'duplicates', { in: place, ...args }));
  const good = results.filter(
    ({ error, totals }) => error === undefined && totals !== undefined,
  ) as unknown as Parameters<typeof duplicatesText>[0][];
  if (good.length === 0) checked(results, context);
  const sum = (key: 'sets' | 'files' | 'bytes'): number => good.reduce((total, { totals }) => total + totals[key], 0);
  return duplicatesText(
    { sets: good.flatMap(({ sets }) => sets), totals: { sets: sum('sets'), files: sum('files'), bytes: sum('bytes') } },
    context.language,
    where.shown,
  );
}

export function* history(context: Context): Job<string> {
  const [result] = checked(yield [callOn(context, 'history', { limit: 10 })], context);
  return historyText((result?.['receipts'] as Parameters<typeof historyText>[0] | undefined) ?? [], context.language);
}

export function* places(context: Context): Job<string> {
  const [result] = checked(yield [callOn(context, 'places', {})], context);
  const names = ((result?.['places'] as { name: string }[] | undefined) ?? []).map(({ name }) =>
    shownLocation(name, context.language),
  );
  return `${listed(names, context.language)}.`;
}

export const machines = (context: Context): string => machinesText(context.facts.machines, context.language);

/** What is left on the disks behind the places; places on one disk say the same once. */
export function* free(context: Context): Job<string> {
  const [result] = checked(yield [callOn(context, 'places', {})], context);
  const shared = (result?.['places'] as { name: string; freeBytes: number }[] | undefined) ?? [];
  return freeText([...new Set(shared.map(({ freeBytes }) => freeBytes))], context.language);
}
