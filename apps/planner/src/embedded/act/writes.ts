import type { Clause } from '../grammar/clause.js';
import { callOn, planAndCommit } from './calls.js';
import { placesOf, type Context } from './context.js';
import type { Job } from './job.js';
import { targetFolder } from './locate.js';
import { eatAnsweredLoc } from './answered.js';
import { ask } from './questions.js';
import { locWith, sourceOf, type Source } from './source.js';

const placeOfSource = (source: Source): string =>
  'entry' in source ? source.entry.location.split('/').slice(0, -1).join('/') : source.from;

const argsOf = (source: Source): Record<string, unknown>[] =>
  'entry' in source
    ? [{ from: source.entry.location }]
    : source.selects.map((select) => ({ from: source.from, select }));

/** "mete en X" says where to; "mueve … en X" does so only when where from was said too. */
const withRoles = (clause: Clause): Clause => {
  const hasFrom = clause.locs.some(({ role }) => role === 'from');
  const hasTo = clause.locs.some(({ role }) => role === 'to');
  if (hasTo || !clause.locs.some(({ role }) => role === 'in')) return clause;
  const lastIn = clause.locs.findLastIndex(({ role }) => role === 'in');
  const isTo =
    clause.puts || hasFrom || clause.locs[lastIn]!.loc.isNew === true || clause.locs[lastIn]!.loc.there === true;
  return isTo
    ? { ...clause, locs: clause.locs.map((each, at) => (at === lastIn ? { ...each, role: 'to' as const } : each)) }
    : clause;
};

/** Move and copy: where to, from where, which; then one plan per selection. */
export function* carry(context: Context, said: Clause): Job<void> {
  const clause = withRoles(said);
  const to = locWith(clause, 'to') ?? eatAnsweredLoc(context, 'to');
  if (!to) throw ask(context, 'to', { key: 'whereTo', options: placesOf(context) });
  const source = yield* sourceOf(context, { ...clause, locs: clause.locs.filter(({ role }) => role !== 'to') });
  const target = yield* targetFolder(context, to, placeOfSource(source));
  const conflict = clause.conflict && { onConflict: clause.conflict };
  yield* planAndCommit(
    context,
    argsOf(source).map((args) => callOn(context, clause.act!, { ...args, to: target, ...conflict })),
  );
  context.there = target;
}

export function* trash(context: Context, clause: Clause): Job<void> {
  const source = yield* sourceOf(context, clause);
  yield* planAndCommit(
    context,
    argsOf(source).map((args) => callOn(context, 'trash', args)),
  );
}

export function* createFolder(context: Context, clause: Clause): Job<void> {
  const said = clause.locs.find(({ loc }) => loc.path.length > 0)?.loc;
  const around = clause.locs.find(({ loc }) => loc.path.length === 0)?.loc;
  const name = said?.path ?? nameAsked(context);
  const place = said?.place ?? (around && (yield* targetFolder(context, around, undefined)));
  const folder = yield* targetFolder(
    context,
    { ...said, path: name, isNew: true, ...(place !== undefined && { place }) },
    undefined,
  );
  yield* planAndCommit(context, [callOn(context, 'create_folder', { folder })]);
  context.there = folder;
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
