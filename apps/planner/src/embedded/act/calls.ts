import { errorText } from '#contracts/words/error-text';
import type { ErrorBody } from '#contracts/errors';
import type { Select } from '#contracts/selection';
import type { Context } from './context.js';
import { LOOKUP } from './spoken.js';
import type { Deed } from '../../facts.js';
import { Say, type Call, type Job, type Result } from './job.js';
import type { OpenPlan } from './together.js';

export interface FoundEntry {
  readonly location: string;
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'special';
  readonly size: number;
  readonly modified: string;
}

/** A call of an operation on the machine that is meant. */
export const callOn = (context: Context, name: string, args: Record<string, unknown>): Call => ({
  name,
  args: { ...(context.machine !== undefined && { machine: context.machine }), ...args },
});

/** A place that is not shared on this machine has nothing in it; any other failure ends the job in words. */
const QUIET: readonly string[] = ['UNKNOWN_PLACE', 'NOT_FOUND', 'NOT_A_FOLDER'];

export const failWith = (error: ErrorBody, context: Context): Say =>
  new Say(errorText(error.code, context.language, detailsOf(error)));

/** Results carry an error's facts flat beside its code. */
const detailsOf = (error: ErrorBody): ErrorBody['details'] => ({
  ...(error as unknown as ErrorBody['details']),
  ...error.details,
});

export const checked = (results: readonly Result[], context: Context): readonly Result[] => {
  const bad = results.find((result) => result.error !== undefined);
  if (bad?.error) throw failWith(bad.error, context);
  return results;
};

/** What cannot be there is not found; of a machine that could not be asked that is not known, and is said. */
export const heard = (results: readonly Result[], context: Context): readonly Result[] => {
  checked(
    results.filter(({ error }) => error !== undefined && !QUIET.includes(error.code)),
    context,
  );
  return results;
};

/** Looks at the disk; what an earlier clause of the sentence looked at is not asked again while nothing was changed. */
export function* lookUp(context: Context, calls: readonly Call[]): Job<readonly Result[]> {
  const keys = calls.map((call) => JSON.stringify(call));
  const unseen = calls.filter((_, at) => !context.seen.has(keys[at]!));
  const results = unseen.length > 0 ? yield unseen : [];
  unseen.forEach((call, at) => context.seen.set(JSON.stringify(call), results[at]!));
  return keys.map((key) => context.seen.get(key)!);
}

/** As many of one place as a look around names; where there are more, not all are known. */
export const FOUND_MAX = 50;

/** Our own look around before acting; never shown and never what "them" means. */
export function* find(context: Context, places: readonly string[], select: Select): Job<FoundEntry[]> {
  const results = yield* lookUp(
    context,
    places.map((place) => callOn(context, 'find', { in: place, select: { ...select, ...LOOKUP }, limit: FOUND_MAX })),
  );
  const failed = results.filter(
    ({ error }) => error !== undefined && !(places.length > 1 && QUIET.includes(error.code)),
  );
  checked(failed, context);
  return results.flatMap((result) => (result['entries'] as FoundEntry[] | undefined) ?? []);
}

/** How many a selection holds, without listing them. */
export function* countIn(context: Context, place: string, select: Select): Job<number> {
  const [result] = checked(
    yield* lookUp(context, [callOn(context, 'find', { in: place, select: { ...select, ...LOOKUP }, limit: 0 })]),
    context,
  );
  return (result?.['totals'] as { entries: number } | undefined)?.entries ?? 0;
}

/**
 * Write calls of one clause as plans; whoever runs the clauses asks for the go-ahead of as many as may stand together. A
 * part that selects nothing is passed over when another selects something.
 */
export function* planAndCommit(context: Context, calls: readonly Call[]): Job<void> {
  const results = yield calls;
  const plans = results.filter(({ error }) => error === undefined);
  const failed = results.filter(
    ({ error }) => error !== undefined && (error.code !== 'NOTHING_TO_DO' || plans.length === 0),
  );
  const made = calls.flatMap((call, at) => (results[at]?.error === undefined ? [openPlan(call, results[at]!)] : []));
  context.open.push(...made);
  checked(failed, context);
  remember(context, calls, results);
}

const openPlan = ({ args }: Call, result: Result): OpenPlan => {
  const { planId, machine, operation, from, to, summary } = result as unknown as MadePlan;
  const select = args['select'] as Select | undefined;
  return { planId, machine, operation, from, to, select, conflicts: summary?.conflicts ?? 0 };
};

interface MadePlan {
  readonly planId: string;
  readonly machine: string;
  readonly operation: string;
  readonly from?: string;
  readonly to?: string;
  readonly undoOf?: string;
  readonly summary?: { readonly entries?: number; readonly conflicts?: number };
}

/** Asks for one go-ahead of all plans that are open. `more`: the rest of the request can only be planned after it. */
export function* commitOpen(context: Context, more = false): Job<void> {
  const plans = context.open.splice(0).map(({ planId }) => planId);
  const leave = context.left.splice(0);
  if (plans.length === 0) return;
  context.seen.clear();
  const args = { plans, ...(leave.length > 0 && { leave }), ...(more && { more }) };
  const [outcome] = checked(yield [{ name: 'commit', args }], context);
  if (outcome?.['status'] !== 'committed') throw new Say('');
}

/** One order said in several halves, and one of them must be asked about: none is done before that is answered. */
export function* leaveOpen(context: Context): Job<void> {
  const leave = [...context.left.splice(0), ...context.open.splice(0).map(({ planId }) => planId)];
  if (leave.length > 0) yield [{ name: 'commit', args: { plans: [], leave } }];
}

/** What "them" means in the next clause. */
const remember = (context: Context, calls: readonly Call[], results: readonly Result[]): void => {
  context.spoken = calls.flatMap((call, at) =>
    results[at]?.error === undefined ? [deedMade(context, call, results[at]!)] : [],
  );
};

const deedMade = (context: Context, { name, args }: Call, result: Result): Deed => {
  const { planId, machine, from, to, undoOf, summary } = result as Partial<MadePlan>;
  return {
    operation: name.replaceAll('_', '-'),
    machine: machine ?? context.machine ?? context.facts.defaultMachine ?? '',
    state: 'committed',
    ...(planId !== undefined && { planId }),
    ...(undoOf !== undefined && { undoOf }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(args['select'] !== undefined && { select: args['select'] as Select }),
    ...(summary?.entries !== undefined && { entries: summary.entries }),
  };
};
