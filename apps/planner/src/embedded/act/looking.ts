import type { Entry, ListTotals } from '#contracts/entry';
import type { Select } from '#contracts/selection';
import type { Clause, Thing } from '../grammar/clause.js';
import { literal } from '../grammar/patterns.js';
import { callOn, failWith } from './calls.js';
import { placesOf, type Context } from './context.js';
import type { Job, Result } from './job.js';
import { permuted } from '../grammar/stems.js';
import { foldersNamed, sourceFolder } from './locate.js';
import { selectOf, them } from './referents.js';
import { selectsOf } from './selection.js';
import { locWith, refuseVague } from './source.js';

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

interface Look {
  readonly where: Where;
  readonly selects: readonly Select[];
  readonly rest?: Record<string, unknown>;
}

export function* look(context: Context, { where, selects, rest = {} }: Look): Job<Found> {
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
  if (meant) return { places: [meant], shown: meant };
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

export interface Subject {
  readonly where: Where;
  readonly selects: Select[];
}

export function* subjectOf(context: Context, clause: Clause, kind: Select['kind']): Job<Subject> {
  const [first] = clause.things;
  if (first?.pronoun && clause.things.length === 1) {
    const referent = yield* them(context);
    return {
      where: { places: [referent.from], shown: referent.from },
      selects: [{ ...selectOf(referent), ...first.select }],
    };
  }
  refuseVague(
    context,
    clause.things.filter(({ vague }) => vague !== 'some'),
  );
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
          names: /[.*]/.test(thing.name)
            ? [thing.name, ...(thing.alsoName === undefined ? [] : [thing.alsoName])]
            : permuted(thing.name.split(/\s+/)),
        },
      };

export const deepened = (selects: readonly Select[], depth = DEEP): Select[] =>
  selects.map((select) => ({ ...select, depth: select.depth ?? depth }));

/** "¿qué hay en la carpeta facturas?": the folder is where to look, not what to find. */
export function* folderThing(context: Context, clause: Clause): Job<Subject | undefined> {
  const [only] = clause.things;
  if (clause.things.length !== 1 || only?.name === undefined || only.nameKind !== 'folder') return undefined;
  const folder = yield* sourceFolder(context, { ...only.loc, path: [...(only.loc?.path ?? []), only.name] });
  return { where: { places: [folder], shown: folder }, selects: [{ kind: 'any' }] };
}
