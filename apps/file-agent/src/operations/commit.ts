import { createHash } from 'node:crypto';
import { OrdenaError } from '#contracts/errors';
import type { RequestOf } from '#contracts/operation';
import type { commit } from '#contracts/operations/commit';
import type { Plan, Receipt, Yes } from '#contracts/plan';
import type { Desk } from '../desk.js';
import { putsBack } from '../disk/plan-meta.js';
import type { PlannedOp } from '../disk/planned-op.js';
import { refusal } from '../disk/refusal.js';
import { refuseOverHour } from '../hourly-quota.js';
import { sealed } from '../planning/draft.js';

export type CommitRequest = RequestOf<typeof commit>;

const PROGRESS_EVERY_MS = 500;

/** A yes that does not say so is nobody's. */
export const yesIn = ({ approval }: CommitRequest): Yes => approval.yes ?? 'policy';

/**
 * The plan that a yes is for. Throws WRONG_MACHINE, PLAN_CHANGED, EXPIRED, UNKNOWN_PLAN: a yes counts for exactly what
 * was shown, here, for a short time. Throws NEEDS_APPROVAL where it must be a person's.
 */
export const checkedPlan = (desk: Desk, request: CommitRequest): Plan => {
  const { planId, approval } = request;
  if (approval.machine !== desk.machine) {
    throw new OrdenaError('WRONG_MACHINE', `That yes is for "${approval.machine}", and this is "${desk.machine}".`);
  }
  const { plan, state } = desk.plans.load(planId);
  if (approval.planId !== planId || approval.hash !== plan.hash) throw planChanged();
  if (state === 'discarded') throw new OrdenaError('EXPIRED', 'That plan was dropped; make a new one.');
  const isLate = [approval.expiresAt, plan.expiresAt].some((end) => !(desk.now() <= Date.parse(end)));
  if (isLate) throw new OrdenaError('EXPIRED', 'The time for that yes is over; make a new plan and approve it again.');
  refuseOverHour(desk, plan, yesIn(request));
  return plan;
};

const planChanged = (): OrdenaError =>
  new OrdenaError('PLAN_CHANGED', 'That plan is not the one that was approved; look at it and approve it again.');

/**
 * Carries the plan out and tells how it goes. The entries on the disk must be those that the hash was made of. Told to
 * stop, it ends after what it began, with the receipt of that; before it began anything, the plan is dropped: CANCELLED.
 * What was put back since an undo was planned is not put back twice: NOTHING_TO_UNDO.
 */
export function* carryOut(
  desk: Desk,
  request: CommitRequest,
  plan: Plan,
): Generator<unknown, Receipt, boolean | undefined> {
  yield* verify(desk, plan);
  if (desk.running.isStopping(plan.planId)) throw drop(desk, plan);
  const { planId, hash, machine, operation, from, to, undoOf } = plan;
  if (undoOf !== undefined && desk.engine.history.undoOf(undoOf) !== undefined) throw refusal('NOTHING_TO_UNDO');
  const { entries: total, bytes } = plan.summary;
  const { by } = request.approval;
  desk.tell({ kind: 'approved', planId, operation, by, total });
  const meta = { planId, hash, machine, operation, by, yes: yesIn(request), total, bytes, from, to, undoOf };
  const work = desk.engine.commit({ meta, ops: opsOf(desk, planId) });
  const progress = new ProgressTeller(desk, plan);
  let step = work.next();
  while (step.done !== true) {
    if (step.value) progress.tell(step.value);
    step = work.next((yield) || desk.running.isStopping(planId));
  }
  tellEnd(desk, step.value, by);
  return step.value;
}

const tellEnd = (desk: Desk, receipt: Receipt, by: string): void => {
  const { planId, operation, done, total, failed, stale, stopped } = receipt;
  const kind = putsBack(receipt) ? 'undone' : 'committed';
  desk.tell({ kind, planId, operation, by, done, total, failed: failed + stale, ...(stopped && { stopped }) });
};

/** Told to stop while it still waited for its turn. */
const drop = (desk: Desk, plan: Plan): OrdenaError => {
  desk.plans.save({ plan, state: 'discarded' });
  desk.tell({ kind: 'discarded', planId: plan.planId, operation: plan.operation });
  return new OrdenaError('CANCELLED', 'It was stopped before it began, so nothing was changed; make a new plan.');
};

function* opsOf(desk: Desk, planId: string): Generator<PlannedOp> {
  for (const { op } of desk.plans.entries(planId)) yield op;
}

/** The entries stored here must still be those that were planned. Throws PLAN_CHANGED. */
function* verify(desk: Desk, { planId, hash: approved, expiresAt }: Plan): Generator<void, void> {
  const hash = createHash('sha256');
  let count = 0;
  for (const line of desk.plans.lines(planId)) {
    hash.update(line).update('\n');
    if (++count % 1024 === 0) yield;
  }
  if (sealed(hash, { planId, expiresAt, ...desk.sealFacts }) !== approved) throw planChanged();
}

/** Tells at most twice a second how far a commit is: a listener must never slow it down. */
class ProgressTeller {
  private lastMs = performance.now();

  constructor(
    private readonly desk: Desk,
    private readonly plan: Plan,
  ) {}

  tell({ done, failed, total }: { done: number; failed: number; total: number }): void {
    const { planId, operation } = this.plan;
    this.desk.running.progress(planId, { done, failed });
    if (performance.now() - this.lastMs < PROGRESS_EVERY_MS) return;
    this.lastMs = performance.now();
    this.desk.tell({ kind: 'progress', planId, operation, done, failed, total });
  }
}
