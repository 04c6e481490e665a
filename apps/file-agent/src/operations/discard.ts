import type { ReplyOf, RequestOf } from '#contracts/operation';
import type { discard } from '#contracts/operations/discard';
import type { Desk } from '../desk.js';

/** Drops an open plan; one that ran or is dropped already answers `false`. */
export function* answerDiscard(
  desk: Desk,
  { planId }: RequestOf<typeof discard>,
): Generator<void, ReplyOf<typeof discard>> {
  const stored = desk.plans.load(planId);
  if (stored.state !== 'open') return { planId, discarded: false };
  desk.plans.save({ ...stored, state: 'discarded' });
  desk.tell({ kind: 'discarded', planId, operation: stored.plan.operation });
  return { planId, discarded: true };
}
