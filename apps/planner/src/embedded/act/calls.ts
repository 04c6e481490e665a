import { errorText } from '#contracts/words/error-text';
import type { ErrorBody } from '#contracts/errors';
import type { Select } from '#contracts/selection';
import { LOOKUP, type Context } from './context.js';
import { Say, type Call, type Job, type Result } from './job.js';

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

/** Our own look around before acting; never shown and never what "them" means. */
export function* find(context: Context, places: readonly string[], select: Select): Job<FoundEntry[]> {
  const results = yield places.map((place) =>
    callOn(context, 'find', { in: place, select: { ...select, ...LOOKUP }, limit: 50 }),
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
    yield [callOn(context, 'find', { in: place, select: { ...select, ...LOOKUP }, limit: 0 })],
    context,
  );
  return (result?.['totals'] as { entries: number } | undefined)?.entries ?? 0;
}

/**
 * Write calls of one clause: plans first, then one go-ahead for all of them. A part that selects nothing is passed over
 * when another selects something.
 */
export function* planAndCommit(context: Context, calls: readonly Call[]): Job<void> {
  const results = yield calls;
  const plans = results.filter(({ error }) => error === undefined);
  const failed = results.filter(
    ({ error }) => error !== undefined && (error.code !== 'NOTHING_TO_DO' || plans.length === 0),
  );
  checked(failed, context);
  const [outcome] = checked(yield [{ name: 'commit', args: { plans: plans.map((plan) => plan['planId']) } }], context);
  if (outcome?.['status'] !== 'committed') throw new Say('');
  remember(context, calls, results);
}

/** What "them" means in the next clause; of several plans, nothing. */
const remember = (context: Context, calls: readonly Call[], results: readonly Result[]): void => {
  const made = results.filter(({ error }) => error === undefined);
  const [plan] = made as {
    planId?: string;
    machine?: string;
    from?: string;
    to?: string;
    summary?: { entries?: number };
  }[];
  context.deed = undefined;
  if (made.length !== 1 || plan?.planId === undefined) return;
  const call = calls[results.indexOf(made[0]!)]!;
  const machine = plan.machine ?? context.machine ?? context.facts.defaultMachine ?? '';
  const { entries } = plan.summary ?? {};
  context.deed = {
    operation: call.name.replaceAll('_', '-'),
    machine,
    planId: plan.planId,
    state: 'committed',
    ...(plan.from !== undefined && { from: plan.from }),
    ...(plan.to !== undefined && { to: plan.to }),
    ...(entries !== undefined && { entries }),
  };
};
