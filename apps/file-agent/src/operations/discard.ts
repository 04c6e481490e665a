import type { ReplyOf, RequestOf } from '#contracts/operation';
import type { discard } from '#contracts/operations/discard';
import type { Desk } from '../desk.js';

type Reply = ReplyOf<typeof discard>;

/** Drops an open plan; one that runs, ran or is dropped already answers `false`. */
export const answerDiscard = (desk: Desk, { planId }: RequestOf<typeof discard>): Reply => {
  const stored = desk.plans.load(planId);
  if (stored.state !== 'open' || desk.receiptOf(planId)) return { planId, discarded: false };
  desk.plans.save({ ...stored, state: 'discarded' });
  desk.tell({ kind: 'discarded', planId, operation: stored.plan.operation });
  return { planId, discarded: true };
};
