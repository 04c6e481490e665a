import { shownLocation } from '#contracts/words/place-names';
import { duplicatesText } from '#contracts/words/answer-text';
import { newThing, type Clause, type Loc, type Thing } from '../grammar/clause.js';
import { literal } from '../grammar/patterns.js';
import { callOn, checked, planAndCommit } from './calls.js';
import { placesOf, type Context } from './context.js';
import { questionText } from '#contracts/words/question-text';
import { Say, type Job } from './job.js';
import { joined, sourceFolder, targetFolder } from './locate.js';
import { organise } from './organise.js';
import { isOnlyDefault, isSingle } from './selection.js';
import { ask, chooseFolder } from './questions.js';
import { locWith, sourceOf, type Source } from './source.js';

const placeOfSource = (source: Source): string =>
  'entry' in source ? source.entry.location.split('/').slice(0, -1).join('/') : source.from;

const argsOf = (source: Source): Record<string, unknown>[] =>
  'entry' in source
    ? [{ from: source.entry.location }]
    : source.selects.map((select) => ({ from: source.from, select }));

/** "mete en X" says where to; "mueve … en X" does so only when where from was said too. */
const withRoles = (clause: Clause): Clause => {
  const hasFrom = clause.locs.some(({ role }) => role === 'from' || role === 'object') || clause.things.some(isSingle);
  const hasTo = clause.locs.some(({ role }) => role === 'to');
  if (hasTo || !clause.locs.some(({ role }) => role === 'in')) return clause;
  const lastIn = clause.locs.findLastIndex(({ role }) => role === 'in');
  const isTo =
    clause.puts || hasFrom || clause.locs[lastIn]!.loc.isNew === true || clause.locs[lastIn]!.loc.there === true;
  return isTo
    ? { ...clause, locs: clause.locs.map((each, at) => (at === lastIn ? { ...each, role: 'to' as const } : each)) }
    : clause;
};

/** "copia la carpeta X en el escritorio": what was read as around X was where to. */
const takenApart = (clause: Clause): Loc | undefined => {
  const [only] = clause.things;
  if (!clause.puts || clause.things.length !== 1 || !only?.loc?.aroundIn) return undefined;
  const { aroundIn: _, ...to } = only.loc;
  only.loc = undefined;
  return to;
};

/** Move and copy: where to, from where, which; then one plan per selection. */
export function* carry(context: Context, said: Clause): Job<void> {
  const clause = withRoles(said);
  if (clause.by) return yield* organise(context, clause);
  const to = locWith(clause, 'to') ?? takenApart(clause) ?? chooseFolder(context, 'to', { key: 'whereTo' });
  const isSaid = clause.things.length > 0 || clause.locs.some(({ role }) => role === 'object');
  if (!isSaid) throw ask(context, 'what', { key: 'what', options: [] });
  const sources = yield* sourcesOf(context, { ...clause, locs: clause.locs.filter(({ role }) => role !== 'to') });
  const target = yield* targetFolder(context, to, placeOfSource(sources[0]!));
  const conflict = clause.conflict && { onConflict: clause.conflict };
  yield* planAndCommit(
    context,
    sources.flatMap(argsOf).map((args) => callOn(context, clause.act!, { ...args, to: target, ...conflict })),
  );
  context.there = target;
}

/** "de descargas y del escritorio": the same things of each folder. */
function* sourcesOf(context: Context, clause: Clause): Job<Source[]> {
  const from = clause.locs.filter(({ role }) => role === 'from');
  const others = clause.locs.filter(({ role }) => role !== 'from');
  if (from.length < 2) return [yield* sourceOf(context, clause)];
  const sources: Source[] = [];
  for (const loc of from) sources.push(yield* sourceOf(context, { ...clause, locs: [loc, ...others] }));
  return sources;
}

/** Everything of a place goes to the trash only when it was said: by "todo", by a kind, or by "vacía". */
export function* trash(context: Context, clause: Clause): Job<void> {
  if (clause.things.some(isDuplicates)) return yield* trashCopies(context, clause);
  const isSaid = clause.things.length > 0 || clause.empties === true;
  if (!isSaid) throw ask(context, 'what', { key: 'trashWhat', options: [] });
  const things =
    clause.empties && clause.things.length === 0 ? [{ ...newThing({ kind: 'any' }), plural: true }] : clause.things;
  const asFolder = clause.empties ? emptied(clause) : undefined;
  const sources = yield* sourcesOf(context, asFolder ?? { ...clause, things });
  yield* planAndCommit(
    context,
    sources.flatMap(argsOf).map((args) => callOn(context, 'trash', args)),
  );
}

/** "vacía la carpeta X": what is in it, not the folder. */
const emptied = (clause: Clause): Clause | undefined => {
  const [only] = clause.things;
  if (clause.things.length !== 1 || only?.nameKind !== 'folder' || only.name === undefined) return undefined;
  const loc = { ...only.loc, path: [...(only.loc?.path ?? []), only.name] };
  return {
    ...clause,
    things: [{ ...newThing({ kind: 'any' }), plural: true }],
    locs: [...clause.locs, { role: 'from', loc }],
  };
};

/** "limpia": what stays and what goes is not said, so it is asked, unless the things are named. */
export function* clean(context: Context, clause: Clause): Job<void> {
  if (clause.things.length > 0 && !isOnlyDefault(clause)) return yield* trash(context, { ...clause, act: 'trash' });
  const where = clause.locs[0]?.loc;
  throw ask(context, 'what', {
    key: 'clean',
    options: [],
    fill: { where: where?.place ? shownLocation(joined(where.place, ...where.path), context.language) : '…' },
  });
}

export function* createFolder(context: Context, clause: Clause): Job<void> {
  const said =
    clause.locs.filter(({ loc }) => loc.path.length > 0 && loc.isNew).at(-1)?.loc ??
    clause.locs.find(({ loc }) => loc.path.length > 0)?.loc;
  const around = clause.locs.find(({ loc }) => loc !== said)?.loc;
  const name = said?.path ?? nameAsked(context);
  const base = around && (yield* targetFolder(context, around, undefined));
  const inside = said?.place === undefined && base !== undefined ? base : undefined;
  const folders: string[] = [];
  for (const leaf of [name.at(-1)!, ...(said?.siblings ?? [])]) {
    const path = [...name.slice(0, -1), leaf];
    folders.push(inside !== undefined ? joined(inside, ...path) : yield* newFolder(context, { ...said, path }));
  }
  yield* planAndCommit(
    context,
    folders.map((folder) => callOn(context, 'create_folder', { folder })),
  );
  context.there = folders[0];
}

/** A new folder inside a folder that is there: "2025 dentro de facturas". */
function* newFolder(context: Context, loc: Loc): Job<string> {
  const parents = loc.path.slice(0, -1);
  if (parents.length === 0) return yield* targetFolder(context, { ...loc, isNew: true }, undefined);
  return joined(
    yield* targetFolder(context, { path: parents, ...(loc.place !== undefined && { place: loc.place }) }, undefined),
    loc.path.at(-1)!,
  );
}

const nameAsked = (context: Context): string[] => {
  const answer = context.fill['name'];
  if (answer !== undefined)
    return answer
      .replace(/[«»"“”.]/g, '')
      .trim()
      .split('/');
  throw ask(context, 'name', { key: 'folderName', options: [] });
};

/** Undo of what this conversation did last; without such a thing, of the newest on the machine. */
export function* undo(context: Context): Job<void> {
  const deed = [...context.facts.deeds]
    .reverse()
    .find(({ state, planId, operation }) => state === 'committed' && planId !== undefined && operation !== 'undo');
  const machine = deed?.machine !== undefined && context.machine === undefined ? { machine: deed.machine } : {};
  yield* planAndCommit(context, [callOn(context, 'undo', { ...machine, ...(deed && { planId: deed.planId }) })]);
}

/** Undoing the last undo is doing it again. */
export function* redo(context: Context): Job<void> {
  const last = [...context.facts.deeds]
    .reverse()
    .find(({ state, planId }) => state === 'committed' && planId !== undefined);
  if (last?.operation !== 'undo') throw new Say(questionText('nothingToRedo', context.language));
  yield* planAndCommit(context, [callOn(context, 'undo', { machine: last.machine, planId: last.planId })]);
}

/** "los duplicados": named like a kind of file, but only their contents tell. */
const isDuplicates = ({ terms, name }: Thing): boolean =>
  /^(?:archivos |fotos |files |photos )?(?:duplicad[oa]s?|repetid[oa]s?|duplicates?|copias repetidas)$/i.test(
    terms?.join(' ') ?? name ?? '',
  );

const COPIES_MAX = 100;

/** Of each set one copy stays, the one with the shortest location; more sets than one page shows are asked about first. */
function* trashCopies(context: Context, clause: Clause): Job<void> {
  const loc = locWith(clause, 'from', 'object', 'in');
  const where = yield* sourceFolder(context, loc ?? chooseFolder(context, 'from', { key: 'whereFrom' }));
  const [found] = checked(yield [callOn(context, 'duplicates', { in: where, limit: 50 })], context);
  const sets = (found?.['sets'] as { locations: string[]; copies: number }[] | undefined) ?? [];
  const isWhole =
    found?.['truncated'] === false &&
    found['cut'] === undefined &&
    sets.every(({ locations, copies }) => locations.length === copies);
  const extra = sets.flatMap(({ locations }) =>
    locations.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(1),
  );
  if (extra.length === 0)
    throw new Say(duplicatesText({ sets: [], totals: { sets: 0, files: 0, bytes: 0 } }, context.language, where));
  if (!isWhole || extra.length > COPIES_MAX) throw ask(context, 'what', { key: 'what', options: [] });
  const folders = [...new Set(extra.map((location) => location.split('/').slice(0, -1).join('/')))];
  const inFolder = (folder: string): string[] =>
    extra.filter((location) => location.startsWith(`${folder}/`) && !location.slice(folder.length + 1).includes('/'));
  yield* planAndCommit(
    context,
    folders.map((folder) =>
      callOn(context, 'trash', {
        from: folder,
        select: { kind: 'file', names: inFolder(folder).map((location) => literal(location.split('/').at(-1)!)) },
      }),
    ),
  );
}
