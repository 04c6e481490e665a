import type { Entry, ListTotals } from '#contracts/entry';
import type { Select } from '#contracts/selection';
import type { Clause, Thing } from '../grammar/clause.js';
import { literal } from '../grammar/patterns.js';
import { spokenOf, type Chosen } from './among.js';
import { callOn, failWith } from './calls.js';
import { placesOf, type Context } from './context.js';
import type { Job, Result } from './job.js';
import { permuted } from '../grammar/stems.js';
import { foldersNamed, sourceFolder } from './locate.js';
import { unclear } from './referents.js';
import { selectsOf } from './selection.js';
import { downloadsMeant, locWith } from './source.js';
import { refuseVague } from './vague.js';

/** Looking: where, what for, and what was found there. */

export const DEEP = 64;
export const PAGE = 30;

export interface Found {
  entries: Entry[];
  totals: ListTotals;
}

export interface Where {
  /** Folders to look in; several mean everywhere. */
  readonly places: readonly string[];
  readonly shown?: string;
}

const merged = (results: readonly Result[]): Found => {
  const found = results.filter(({ error }) => error === undefined) as unknown as Found[];
  const sum = (key: keyof ListTotals): number => found.reduce((total, { totals }) => total + (totals?.[key] ?? 0), 0);
  const isMeasured = found.every(({ totals }) => totals?.bytes !== undefined);
  return {
    entries: found.flatMap(({ entries }) => entries ?? []),
    totals: {
      entries: sum('entries'),
      files: sum('files'),
      folders: sum('folders'),
      ...(isMeasured && { bytes: sum('bytes') }),
    },
  };
};

/** What is looked for, and where: one part for each folder and selection. */
export interface Subject {
  readonly parts: readonly Part[];
  /** The folder, where it is one. */
  readonly shown?: string | undefined;
  /** These entries and none below them. */
  readonly exact?: boolean;
}

interface Part {
  readonly in: string;
  readonly select: Select;
}

export const subjectIn = ({ places, shown }: Where, selects: readonly Select[]): Subject => ({
  parts: places.flatMap((place) => selects.map((select) => ({ in: place, select }))),
  shown,
});

export function* look(context: Context, { parts }: Subject, rest: Record<string, unknown> = {}): Job<Found> {
  const calls = parts.map((part) => callOn(context, 'find', { ...part, limit: PAGE, ...rest }));
  const results = yield calls;
  const failed = results.find(
    ({ error }) => error !== undefined && (calls.length === 1 || !['UNKNOWN_PLACE', 'NOT_FOUND'].includes(error.code)),
  );
  if (failed?.error) throw failWith(failed.error, context);
  return merged(results);
}

/** "¿qué archivos de documentos …?": nobody calls a kind of files so. */
const documentsMeant = ({ things }: Clause): string | undefined => {
  const [only] = things;
  if (things.length !== 1 || !only?.orPlace || only.select.category?.[0] !== 'document') return undefined;
  only.select = { ...only.select, category: undefined, kind: 'file' };
  return 'documents';
};

/** Where to look: what was said, what "them" are in, or every place. */
export function* whereOf(context: Context, clause: Clause): Job<Where> {
  const loc = locWith(clause, 'from', 'object', 'in', 'to');
  const meant = loc ? undefined : documentsMeant(clause);
  const downloads = loc ? undefined : downloadsMeant(context, clause.things);
  const only = meant ?? downloads;
  if (only) return { places: [only], shown: only };
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

export function* subjectOf(context: Context, clause: Clause, kind: Select['kind']): Job<Subject> {
  const back = backThing(context, clause.things);
  if (back) return subjectSpokenOf(yield* spokenOf(context, back));
  refuseVague(
    context,
    clause.things.filter(({ vague }) => vague !== 'some'),
  );
  const where = yield* topics(context, clause.things, yield* whereOf(context, clause));
  const selects = clause.things.length === 0 ? [{ kind }] : selectsOf(clause.things.map(namedAsGlob));
  return subjectIn(where, selects);
}

/** "¿cuántas de esas son de X?": what else is said of those that were spoken of takes some of them, and adds none. */
const backThing = (context: Context, [first, more, ...others]: readonly Thing[]): Thing | undefined => {
  if (!first?.pronoun || more === undefined) return first?.pronoun && first;
  if (others.length > 0 || more.pronoun || more.rest || more.vague) throw unclear(context);
  return { ...named(more), pronoun: first.pronoun, of: first.of };
};

/** Of those that were spoken of, a name is a part of their names. */
const named = ({ name, ...thing }: Thing): Thing =>
  name === undefined ? thing : { ...thing, terms: name.split(/\s+/), said: name };

const subjectSpokenOf = (chosen: readonly Chosen[]): Subject => ({
  parts: chosen.flatMap(({ from, selects }) => selects.map((select) => ({ in: from, select }))),
  shown: chosen.length === 1 ? chosen[0]!.from : undefined,
  exact: true,
});

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
          names: /[.*]/.test(thing.name)
            ? [thing.name, ...(thing.alsoName === undefined ? [] : [thing.alsoName])]
            : permuted(thing.name.split(/\s+/)),
        },
      };

export const deepened = (subject: Subject): Subject => ({
  ...subject,
  parts: subject.parts.map((part) =>
    subject.exact ? part : { ...part, select: { ...part.select, depth: part.select.depth ?? DEEP } },
  ),
});

/** "¿qué hay en la carpeta facturas?": the folder is where to look, not what to find. */
export function* folderThing(context: Context, clause: Clause): Job<Subject | undefined> {
  const [only] = clause.things;
  if (clause.things.length !== 1 || only?.name === undefined || only.nameKind !== 'folder') return undefined;
  const folder = yield* sourceFolder(context, { ...only.loc, path: [...(only.loc?.path ?? []), only.name] });
  return subjectIn({ places: [folder], shown: folder }, [{ kind: 'any' }]);
}
