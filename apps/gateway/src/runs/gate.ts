import type { CommitAnswer, CommitAsk } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import type { Plan } from '#contracts/plan';
import type { Metrics } from '../health/metrics.js';
import type { Ceilings } from './ceilings.js';
import type { Committer } from './committer.js';
import { reasonsToAsk, type Why } from './policy.js';
import type { RunEvents } from './run-events.js';
import type { RunStore } from './run-store.js';
import type { PlanRef, Run } from './run.js';

export interface GateParts {
  readonly ceilings: Ceilings;
  readonly runs: RunStore;
  readonly committer: Committer;
  readonly events: RunEvents;
  readonly metrics: Metrics;
}

/** Answers the planner's "may these run?": commits what policy lets go ahead, stores what must wait for a person. */
export class Gate {
  constructor(private readonly parts: GateParts) {}

  async mayRun(ask: CommitAsk): Promise<CommitAnswer> {
    const plans = await Promise.all(ask.plans.map((ref) => this.parts.committer.reread(ref)));
    if (this.parts.events.isCancelled(ask.runId)) throw cancelled();
    let why: Why[] = [];
    const run = await this.parts.runs.change(ask.runId, (now) => {
      refuseWhatMayNot(now, ask.plans);
      why = this.whyAsk(now, plans, ask.tainted);
      return why.length > 0 ? waiting(now, ask) : committing(now, plans);
    });
    this.count(plans, why);
    if (why.length === 0) return this.goAhead(run, plans);
    await this.parts.runs.point(run);
    return { status: 'needs_approval', why };
  }

  /** What waits already keeps its turn: a later plan of the same request never overtakes it. */
  private whyAsk(run: Run, plans: Plan[], tainted: boolean): Why[] {
    const why = reasonsToAsk({
      mode: run.mode,
      ceilings: this.parts.ceilings,
      tainted: run.tainted || tainted,
      plans,
      entriesBefore: run.entries,
    });
    return run.state === 'waiting' && why.length === 0 ? ['mode'] : why;
  }

  private async goAhead(run: Run, plans: Plan[]): Promise<CommitAnswer> {
    const { committer, events, runs } = this.parts;
    try {
      const receipts = await committer.commitAll(plans, `policy for ${run.by}`, events.progressOf(run.runId));
      return { status: 'committed', receipts };
    } finally {
      await runs.change(run.runId, (now) => ({ ...now, committing: now.committing - 1 }));
    }
  }

  private count(plans: Plan[], why: Why[]): void {
    const verdict = why.length > 0 ? 'asked' : 'automatic';
    for (const { operation } of plans) this.parts.metrics.count('ordena_plans_total', { operation, verdict });
  }
}

const waiting = (run: Run, ask: CommitAsk): Run => ({
  ...run,
  state: 'waiting',
  tainted: run.tainted || ask.tainted,
  pending: [...(run.state === 'waiting' ? run.pending : []), ...ask.plans],
});

/** Counted before it happens, in the same write that lets it happen: two at once cannot both be under the limit. */
const committing = (run: Run, plans: Plan[]): Run => ({
  ...run,
  committing: run.committing + 1,
  entries: run.entries + plans.reduce((sum, plan) => sum + plan.summary.entries, 0),
});

const refuseWhatMayNot = (run: Run, plans: PlanRef[]): void => {
  if (run.state === 'cancelled') throw cancelled();
  refuseOtherMachines(run, plans);
};

const cancelled = (): OrdenaError =>
  new OrdenaError('CANCELLED', 'The person stopped this request; nothing more may change.');

const refuseOtherMachines = (run: Run, plans: PlanRef[]): void => {
  const foreign = plans.find((plan) => run.machines !== undefined && !run.machines.includes(plan.machine));
  if (foreign === undefined) return;
  throw new OrdenaError('FORBIDDEN', 'Whoever asked may not touch that machine.', {
    details: { machine: foreign.machine },
  });
};
