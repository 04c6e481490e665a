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
    const run = await this.startedRun(ask.runId);
    refuseOtherMachines(run, ask.plans);
    const plans = await Promise.all(ask.plans.map((ref) => this.parts.committer.reread(ref)));
    const tainted = run.tainted || ask.tainted;
    const why = this.whyAsk(run, plans, tainted);
    for (const { operation } of plans)
      this.parts.metrics.count('ordena_plans_total', { operation, verdict: why.length > 0 ? 'asked' : 'automatic' });
    return why.length > 0 ? this.wait(run, ask.plans, { why, tainted }) : this.goAhead(run, plans);
  }

  private async startedRun(runId: string): Promise<Run> {
    const run = await this.parts.runs.find(runId);
    if (run === undefined) throw new OrdenaError('UNKNOWN_RUN', 'No request with that id was made here; nothing runs.');
    if (run.state === 'cancelled' || this.parts.events.isCancelled(runId))
      throw new OrdenaError('CANCELLED', 'The person stopped this request; nothing more may change.');
    return run;
  }

  /** What waits already keeps its turn: a later plan of the same request never overtakes it. */
  private whyAsk(run: Run, plans: Plan[], tainted: boolean): Why[] {
    const why = reasonsToAsk({
      mode: run.mode,
      ceilings: this.parts.ceilings,
      tainted,
      plans,
      entriesBefore: run.entries,
    });
    return run.state === 'waiting' && why.length === 0 ? ['mode'] : why;
  }

  private async wait(run: Run, refs: PlanRef[], because: { why: Why[]; tainted: boolean }): Promise<CommitAnswer> {
    const waiting = await this.parts.runs.change(run.runId, (now) => ({
      ...now,
      state: 'waiting',
      tainted: because.tainted,
      pending: [...(now.state === 'waiting' ? now.pending : []), ...refs],
    }));
    await this.parts.runs.point(waiting);
    return { status: 'needs_approval', why: because.why };
  }

  private async goAhead(run: Run, plans: Plan[]): Promise<CommitAnswer> {
    const entries = plans.reduce((sum, plan) => sum + plan.summary.entries, 0);
    await this.parts.runs.change(run.runId, (now) => ({ ...now, entries: now.entries + entries }));
    const receipts = await this.parts.committer.commitAll(
      plans,
      `policy for ${run.by}`,
      this.parts.events.progressOf(run.runId),
    );
    return { status: 'committed', receipts };
  }
}

const refuseOtherMachines = (run: Run, plans: PlanRef[]): void => {
  const foreign = plans.find((plan) => run.machines !== undefined && !run.machines.includes(plan.machine));
  if (foreign === undefined) return;
  throw new OrdenaError('FORBIDDEN', 'Whoever asked may not touch that machine.', {
    details: { machine: foreign.machine },
  });
};
