import { CATALOG } from '#contracts/catalog';
import { OrdenaError, type ErrorCode } from '#contracts/errors';
import type { ReplyOf, RequestOf } from '#contracts/operation';
import { PlanIdSchema } from '#contracts/plan';
import type { BusClient } from '#nats/bus-client';
import type { Fleet } from '../machines/fleet.js';
import { AWAY } from '../runs/committer.js';
import type { Caller } from '../who/caller.js';

export type FoundPlan = ReplyOf<typeof CATALOG.plan>;
export type PlanPage = Omit<RequestOf<typeof CATALOG.plan>, 'planId'>;

const ASK_MS = 10_000;

/** A plan lives on its PC and its id does not say which, so all PCs that are on are asked at once. */
export class PlanFinder {
  constructor(
    private readonly bus: BusClient,
    private readonly fleet: Fleet,
  ) {}

  async find(caller: Caller, planId: string, page: PlanPage = { limit: 0 }): Promise<FoundPlan> {
    requirePlanId(planId);
    const machines = await this.fleet.online(caller);
    const asked = machines.map(({ machine }) =>
      this.bus
        .within(ASK_MS)
        .call(machine, CATALOG.plan, { planId, ...page })
        .then((found) => ownPlan(found, machine)),
    );
    return Promise.any(asked).catch((failed: AggregateError) => {
      throw tellingError(failed.errors) ?? unknownPlan(planId);
    });
  }
}

export const requirePlanId = (planId: string): void => {
  if (!PlanIdSchema.safeParse(planId).success) throw unknownPlan(planId);
};

/** A machine speaks for itself only. */
const ownPlan = (found: FoundPlan, machine: string): FoundPlan => {
  if (found.plan.machine === machine) return found;
  throw new OrdenaError('WRONG_MACHINE', 'A machine answered with the plan of another.', { details: { machine } });
};

/** What is better said than "unknown": a cursor that does not fit, or a machine that could not be asked. */
const TELLING: readonly ErrorCode[] = ['BAD_REQUEST', 'BAD_VALUE', ...AWAY];

const tellingError = (errors: unknown[]): OrdenaError | undefined =>
  errors.find((error): error is OrdenaError => error instanceof OrdenaError && TELLING.includes(error.code));

const unknownPlan = (planId: string): OrdenaError =>
  new OrdenaError('UNKNOWN_PLAN', 'No machine that is on knows that plan. It may have expired: ask again.', {
    details: { planId: planId.slice(0, 40) },
  });
