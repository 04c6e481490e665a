import { OrdenaError } from '#contracts/errors';
import type { Plan } from '#contracts/plan';

/** Refused, with the plans as they are now: the next yes can be for those. */
export class PlanChanged extends OrdenaError {
  constructor(readonly plans: readonly Plan[]) {
    super('PLAN_CHANGED', 'That plan is not the one that was shown. Look at it again.');
  }
}
