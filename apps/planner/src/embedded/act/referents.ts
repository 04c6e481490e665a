import type { Select } from '#contracts/selection';
import type { Deed } from '../../facts.js';
import type { Thing } from '../grammar/clause.js';
import { literal } from '../grammar/patterns.js';
import { callOn, checked, countIn } from './calls.js';
import { choose, ask } from './questions.js';
import { choiceText } from '#contracts/words/question-text';
import type { Context } from './context.js';
import type { Job } from './job.js';

/** What "them" means now: entries of one folder, by name where they are few, by rule where the rule means only them. */
export interface Referent {
  readonly from: string;
  readonly select?: Select;
  readonly names?: readonly string[];
}

const NAMES_MAX = 100;

const parentOf = (location: string): string => location.split('/').slice(0, -1).join('/');
const leafOf = (location: string): string => location.split('/').at(-1) ?? '';

const unclear = (context: Context) => ask(context, 'them', { key: 'whichThem', options: [] });

/** The entries the conversation last spoke of, where they are now. Never more than those: else it asks. */
export function* them(context: Context): Job<Referent> {
  const deed = context.deed;
  if (!deed || deed.operation === 'trash' || deed.operation === 'undo') throw unclear(context);
  if (deed.operation === 'write') return written(deed, context);
  if (deed.state === 'looked' || deed.state === 'undone') return looked(deed, context);
  if (deed.operation === 'copy') return yield* copied(deed, context);
  return yield* results(deed, context);
}

const looked = (deed: Deed, context: Context): Referent => {
  if (deed.from === undefined) throw unclear(context);
  if (deed.operation === 'read') return { from: parentOf(deed.from), names: [leafOf(deed.from)] };
  const names = deed.names ?? [];
  const isFew = names.length > 0 && (deed.select?.depth ?? 1) === 1 && names.length === deed.entries;
  return { from: deed.from, ...(deed.select && { select: deed.select }), ...(isFew && { names }) };
};

/** The file that was written. */
const written = ({ from, to, names }: Deed, context: Context): Referent => {
  const at = to ?? from;
  const [name] = names ?? (at === undefined ? [] : [leafOf(at)]);
  if (at === undefined || name === undefined) throw unclear(context);
  return { from: at.endsWith(`/${name}`) ? parentOf(at) : at, names: [name] };
};

function* copied(deed: Deed, context: Context): Job<Referent> {
  const options = [choiceText('originals', context.language), choiceText('copies', context.language)];
  const chosen = choose(context, 'copied', { key: 'originalsOrCopies', options });
  return chosen === options[0] ? looked(deed, context) : yield* results(deed, context);
}

interface PlanReply {
  readonly entries?: readonly { readonly to?: string; readonly action: string }[];
  readonly truncated?: boolean;
}

/** Where a committed plan put its entries, read from the plan itself. */
function* results(deed: Deed, context: Context): Job<Referent> {
  if (deed.planId === undefined) throw unclear(context);
  const [reply] = checked(
    yield [callOn(context, 'plan', { planId: deed.planId, limit: NAMES_MAX })],
    context,
  ) as readonly PlanReply[];
  const made = (reply?.entries ?? []).filter(
    ({ to, action }) => to !== undefined && action !== 'create-folder' && action !== 'skip',
  );
  const parents = [...new Set(made.map(({ to }) => parentOf(to!)))];
  if (parents.length !== 1) throw unclear(context);
  const from = parents[0]!;
  if (made.length === deed.entries && reply?.truncated !== true)
    return { from, names: made.map(({ to }) => leafOf(to!)) };
  return yield* byRule(deed, from, context);
}

/** Too many to name: the rule serves if it now selects exactly as many as were moved. */
function* byRule(deed: Deed, from: string, context: Context): Job<Referent> {
  const select = { ...deed.select, kind: deed.select?.kind ?? ('file' as const) };
  if ((yield* countIn(context, from, select)) !== deed.entries) throw unclear(context);
  return { from, select };
}

/** As a selection: names are matched as they are. */
export const selectOf = (referent: Referent): Select =>
  referent.names ? { kind: 'any', names: referent.names.map(literal) } : { ...referent.select };

/** "borra los originales", after a copy. */
export const isOriginals = ({ terms, name }: Thing): boolean =>
  /^(?:originales|originals|original files|archivos originales)$/i.test(terms?.join(' ') ?? name ?? '');

/** What was copied, where it was copied from: exactly as many as then, else it asks. */
export function* originals(context: Context): Job<{ from: string; selects: Select[] }> {
  const { from, select, entries } = context.deed!;
  if (from === undefined || select === undefined) throw unclear(context);
  if ((yield* countIn(context, from, select)) !== entries) throw unclear(context);
  return { from, selects: [{ ...select }] };
}
