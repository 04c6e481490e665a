import { OrdenaError } from '#contracts/errors';
import type { Plan, Yes } from '#contracts/plan';
import type { Desk } from './desk.js';
import { putsBack } from './disk/plan-meta.js';
import { sumOf } from './disk/unasked.js';

const HOUR_MS = 3_600_000;

/** Many small plans are one big one: what nobody said yes to may only change so much within an hour. Throws NEEDS_APPROVAL. */
export const refuseOverHour = (desk: Desk, plan: Plan, yes: Yes): void => {
  if (yes === 'given' || !isOverHour(desk, plan)) return;
  const { entriesPerHour } = desk.reach.config.quotas;
  throw new OrdenaError(
    'NEEDS_APPROVAL',
    'That is more than its owner lets change within an hour unasked; approve it.',
    {
      details: { limit: entriesPerHour },
    },
  );
};

/** With what changed within the last hour and what runs or waits to run. Putting back what was done is never too much. */
export const isOverHour = (desk: Desk, plan: Pick<Plan, 'operation' | 'summary'>): boolean => {
  if (putsBack(plan)) return false;
  const { entriesPerHour, bytesPerHour } = desk.reach.config.quotas;
  const { journal, unasked } = desk.engine;
  const waiting = desk.running.unasked().filter(({ planId }) => !journal.has(planId));
  const amounts = [unasked.since(desk.now() - HOUR_MS), ...waiting.map(({ summary }) => summary), plan.summary];
  const { entries, bytes } = sumOf(amounts);
  return entries > entriesPerHour || bytes > bytesPerHour;
};
