import type { Desk } from '../desk.js';
import { timeOfPlanId } from './plan-id.js';

const DAY_MS = 86_400_000;

/**
 * Drops the stored entries of plans that nobody said yes to within a day, and of those that ran longer ago than the owner
 * keeps them. What was done stays in the journal.
 */
export const sweepPlans = ({ plans, reach, now, receiptOf }: Desk): void => {
  const keepMs = reach.config.retentionDays * DAY_MS;
  for (const planId of plans.planIds()) {
    const ageMs = now() - timeOfPlanId(planId);
    if (ageMs > keepMs || (ageMs > DAY_MS && receiptOf(planId) === undefined)) plans.remove(planId);
  }
};
