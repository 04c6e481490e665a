import type { ReplyOf, RequestOf } from '#contracts/operation';
import type { discard } from '#contracts/operations/discard';
import type { Desk } from '../desk.js';

type Reply = ReplyOf<typeof discard>;

/**
 * Drops an open plan; one that is being carried out stops after the entry it is at, and its receipt tells how far it
 * got. One that ran or is dropped already answers `discarded: false`. Throws UNKNOWN_PLAN.
 */
export const answerDiscard = (desk: Desk, { planId }: RequestOf<typeof discard>): Reply => {
  if (desk.running.stop(planId)) return { planId, discarded: false, stopping: true };
  const stored = desk.plans.load(planId);
  if (stored.state !== 'open' || desk.receiptOf(planId)) return { planId, discarded: false };
  desk.plans.save({ ...stored, state: 'discarded' });
  desk.tell({ kind: 'discarded', planId, operation: stored.plan.operation });
  return { planId, discarded: true };
};
