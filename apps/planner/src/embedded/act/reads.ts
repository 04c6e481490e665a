import type { Entry } from '#contracts/entry';
import {
  countText,
  duplicatesText,
  foundText,
  rankText,
  readText as readWords,
  sizeText,
} from '#contracts/words/answer-text';
import { emptyClause, newThing, type Clause, type Thing } from '../grammar/clause.js';
import { literal } from '../grammar/patterns.js';
import { foldName } from '../text/fold.js';
import { callOn, checked } from './calls.js';
import type { Context } from './context.js';
import { tellHeld } from './held.js';
import type { Job } from './job.js';
import { oneEntry, sourceFolder } from './locate.js';
import {
  DEEP,
  deepened,
  folderThing,
  look,
  PAGE,
  subjectIn,
  subjectOf,
  whereOf,
  type Found,
  type Subject,
} from './looking.js';
import { inOtherWords, otherSubject, wordsOf } from './other-words.js';
import { speaksOfText } from './notes.js';
import { ask } from './questions.js';
import { rank } from './rank.js';
import { isPlainKind } from './selection.js';
import { locWith } from './source.js';

const NOTHING: Found = { entries: [], totals: { entries: 0, files: 0, folders: 0, bytes: 0 } };

export function* list(context: Context, said: Clause): Job<string> {
  const clause = ofThose(context, said);
  const same = clause === said ? undefined : sameAgain(context);
  if (same) return yield* duplicates(context, same);
  const hasTop = clause.things.find((thing) => thing.top);
  if (hasTop) return yield* rank(context, clause, hasTop);
  const file = clause.act === 'list' ? fileMeant(clause) : undefined;
  if (file) return yield* read(context, { ...clause, things: [file] });
  const folder = yield* folderThing(context, clause);
  const subject = folder ?? (yield* subjectOf(context, clause, 'any'));
  const isDeep = subject.shown === undefined || clause.things.some(({ deep, byName }) => deep ?? byName);
  const found = yield* look(context, isDeep && clause.things.length > 0 ? deepened(subject) : subject);
  return foundText(found, context.language, subject.shown);
}

/** "muéstrame (el contenido de) notas.txt": a file is shown by its text. */
const fileMeant = ({ things }: Clause): Thing | undefined => {
  const file = things.find(({ name }) => name !== undefined && /\.[a-z0-9]+$/i.test(name));
  return file && things.every((thing) => thing === file || isPlainKind(thing)) ? file : undefined;
};

export function* search(context: Context, clause: Clause): Job<string> {
  const hasTop = clause.things.find((thing) => thing.top);
  if (hasTop) return yield* rank(context, clause, hasTop);
  if (clause.things.length === 0) return yield* list(context, whereTheyAre(context, clause));
  const contains = clause.things.find((thing) => thing.contains !== undefined)?.contains;
  const subject = yield* subjectOf(context, clause, 'any');
  const found = yield* look(context, deepened(withText(subject, contains)));
  if (found.totals.entries > 0) return foundText(unique(found), context.language, subject.shown);
  const named = yield* called(context, subject);
  if (named.totals.entries > 0) return foundText(unique(named), context.language, subject.shown);
  return foundText(yield* inside(context, clause, subject), context.language, subject.shown);
}

/** "¿dónde quedaron?" after something was put somewhere: where those are now. */
const whereTheyAre = ({ spoken }: Context, clause: Clause): Clause => {
  const isPut =
    spoken.length > 0 && spoken.every(({ state, operation }) => state === 'committed' && PUT.has(operation));
  return isPut && clause.locs.length === 0 ? { ...clause, things: [{ ...newThing(), pronoun: 'them' }] } : clause;
};
const PUT: ReadonlySet<string> = new Set(['move', 'copy', 'rename', 'write']);

/** No text says it: the names may. */
function* called(context: Context, subject: Subject): Job<Found> {
  const parts = subject.parts.flatMap(({ select: { text, ...select }, ...part }) =>
    text === undefined || select.names !== undefined
      ? []
      : [{ ...part, select: { ...select, names: [`*${literal(text)}*`] } }],
  );
  return parts.length === 0 ? NOTHING : yield* look(context, deepened({ ...subject, parts }));
}

const withText = (subject: Subject, text: string | undefined): Subject => {
  if (text === undefined) return subject;
  const texts = subject.parts.map(({ select: { names: _names, ...select }, ...part }) => ({
    ...part,
    select: { ...select, text },
  }));
  return { ...subject, parts: [...subject.parts, ...texts] };
};

const unique = (found: Found): Found => {
  const entries = [...new Map(found.entries.map((entry) => [entry.location, entry])).values()];
  const twice = found.entries.length - entries.length;
  return {
    entries,
    totals: { ...found.totals, entries: found.totals.entries - twice, files: found.totals.files - twice },
  };
};

/** No name fits: the words may be in the texts, or the names may say it in other words. */
function* inside(context: Context, clause: Clause, { parts }: Subject): Job<Found> {
  const words = wordsOf(clause);
  if (words.length === 0) return NOTHING;
  const places = [...new Set(parts.map((part) => part.in))];
  const text = words.length === 1 ? [{ kind: 'file' as const, text: words[0]!, depth: DEEP }] : [];
  const found = text.length === 0 ? NOTHING : yield* look(context, subjectIn({ places }, text));
  const others = found.totals.entries > 0 ? [] : inOtherWords(words.flatMap((word) => word.split(/\s+/)));
  if (others.length === 0) return found;
  return yield* look(context, subjectIn({ places }, [{ kind: 'any', names: others, depth: DEEP }]));
}

export function* count(context: Context, said: Clause): Job<string> {
  const clause = ofThose(context, said);
  const same = clause === said ? undefined : sameAgain(context);
  if (same) return yield* duplicates(context, same);
  const folder = yield* folderThing(context, clause);
  const subject = folder ?? (yield* subjectOf(context, clause, 'file'));
  const own = yield* counted(context, subject);
  const others = own.all.totals.entries === 0 ? otherSubject(clause, subject) : undefined;
  const { direct, all } = others ? yield* counted(context, others) : own;
  const where = subject.shown !== undefined && { where: subject.shown };
  return countText(direct.totals, all.totals, { language: context.language, ...where });
}

/** Those directly there, and those below as well. */
function* counted(context: Context, subject: Subject): Job<{ direct: Found; all: Found }> {
  const direct = subject.shown === undefined ? undefined : yield* look(context, subject, TOTALS);
  const all = direct && subject.exact ? direct : yield* look(context, deepened(subject), TOTALS);
  return { direct: direct ?? all, all };
}

const TOTALS = { limit: 0 } as const;

/** "¿y cuánto ocupan?", «¿y cuáles empiezan por ficha?» after a look: what was shown. */
const ofThose = (context: Context, clause: Clause): Clause => {
  const isBare = clause.things.every((thing) => thing.byName === true && !saysKind(thing));
  return isBare && clause.locs.length === 0 && context.spoken[0]?.state === 'looked'
    ? { ...clause, things: [{ ...newThing(), pronoun: 'them' }, ...clause.things] }
    : clause;
};

const saysKind = ({ select, name, terms, kindSaid, pronoun }: Thing): boolean =>
  (select.kind ?? select.category ?? name ?? terms ?? kindSaid ?? pronoun) !== undefined;

/** "¿cuáles son?", after a look for duplicates: in the same folder. */
const sameAgain = ({ spoken: [shown] }: Context): Clause | undefined =>
  shown?.operation === 'duplicates'
    ? {
        ...emptyClause(),
        act: 'duplicates',
        locs: [{ role: 'in', loc: { path: [], there: true } }],
        ...(shown.with !== undefined && { heldIn: { path: [], absolute: shown.with } }),
      }
    : undefined;

export function* size(context: Context, said: Clause): Job<string> {
  const clause = ofThose(context, said);
  const hasTop = clause.things.find((thing) => thing.top);
  if (hasTop) return yield* rank(context, clause, hasTop);
  const [only] = clause.things;
  if (clause.things.length === 1 && only?.name !== undefined && only.nameKind !== 'folder')
    return yield* sizeOfOne(context, clause, only);
  const folder = yield* folderThing(context, clause);
  const subject = filesOf(folder ?? (yield* subjectOf(context, clause, 'file')));
  const found = yield* look(context, deepened(subject), TOTALS);
  return sizeText(found.totals, context.language, subject.shown);
}

const filesOf = (subject: Subject): Subject => ({
  ...subject,
  parts: subject.parts.map((part) => ({ ...part, select: { ...part.select, kind: 'file' } })),
});

function* sizeOfOne(context: Context, clause: Clause, thing: Thing): Job<string> {
  const loc = locWith(clause, 'from', 'object', 'in');
  const entry = yield* oneEntry(context, thing, loc && (yield* sourceFolder(context, loc)));
  if (entry.kind !== 'folder') return rankText([entry as Entry], context.language, context.clock.zone);
  const found = yield* look(context, subjectIn({ places: [entry.location] }, [{ kind: 'file', depth: DEEP }]), TOTALS);
  return sizeText(found.totals, context.language, entry.location);
}

/** "¿qué pone dentro?", "what does the note say?": the file that was spoken of. */
const noteMeant = (context: Context, { things, locs }: Clause): Thing | undefined => {
  const [only] = things;
  const isUnsaid = only === undefined && locs.length === 0 && context.spoken.length > 0;
  const isNote = only?.name !== undefined && A_NOTE.test(foldName(only.name)) && speaksOfText(context);
  return isUnsaid || isNote ? { ...newThing(), pronoun: 'it' } : only;
};
const A_NOTE = /^(?:nota|note|archivo|file|lista|list|texto|text)$/;

export function* read(context: Context, clause: Clause): Job<string> {
  const only = noteMeant(context, clause);
  if (!only || clause.things.length > 1)
    return clause.locs.length > 0 ? yield* list(context, { ...clause, act: 'find' }) : yield* whatToRead(context);
  const loc = locWith(clause, 'from', 'object', 'in');
  const at = loc && (yield* sourceFolder(context, loc));
  const entry = yield* oneEntry(context, only, at);
  if (entry.kind === 'folder')
    return foundText(
      yield* look(context, subjectIn({ places: [entry.location] }, [{ kind: 'any' }])),
      context.language,
      entry.location,
    );
  const [result] = checked(yield [callOn(context, 'read', { file: entry.location, length: 6000 })], context);
  return readWords(
    typeof result?.['text'] === 'string' ? result['text'] : '',
    result?.['more'] === true,
    context.language,
  );
}

// eslint-disable-next-line require-yield -- a question ends the job; the generator form keeps one way of calling
function* whatToRead(context: Context): Job<string> {
  throw ask(context, 'what', { key: 'what', options: [] });
}

export function* duplicates(context: Context, clause: Clause): Job<string> {
  if (clause.heldIn !== undefined) return yield* tellHeld(context, clause, clause.heldIn);
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
