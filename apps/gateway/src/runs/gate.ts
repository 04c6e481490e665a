import { Injectable } from '@nestjs/common';
import type { CommitAnswer, CommitAsk } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import type { Plan } from '#contracts/plan';
import { Metrics } from '../health/metrics.js';
import type { Ceilings } from './ceilings.js';
import { Committer } from './committer.js';
import { reasonsToAsk, type Why } from './policy.js';
import { RunEvents } from './run-events.js';
import { RunStore } from './run-store.js';
import type { PlanRef, Run } from './run.js';

/** Answers the planner's "may these run?": commits what policy lets go ahead, stores what must wait for a person. */
@Injectable()
export class Gate {
  constructor(
    private readonly ceilings: Ceilings,
    private readonly runs: RunStore,
    private readonly committer: Committer,
    private readonly events: RunEvents,
    private readonly metrics: Metrics,
  ) {}

  async mayRun(ask: CommitAsk): Promise<CommitAnswer> {
    const run = await this.startedRun(ask.runId);
    refuseOtherMachines(run, ask.plans);
    const plans = await Promise.all(ask.plans.map((ref) => this.committer.reread(ref)));
    const tainted = run.tainted || ask.tainted;
    const why = this.whyAsk(run, plans, tainted);
    for (const { operation } of plans)
      this.metrics.count('ordena_plans_total', { operation, verdict: why.length > 0 ? 'asked' : 'automatic' });
    return why.length > 0 ? this.wait(run, ask.plans, { why, tainted }) : this.goAhead(run, plans);
  }

  private async startedRun(runId: string): Promise<Run> {
    const run = await this.runs.find(runId);
    if (run === undefined) throw new OrdenaError('UNKNOWN_RUN', 'No request with that id was made here; nothing runs.');
    if (run.state === 'cancelled' || this.events.isCancelled(runId))
      throw new OrdenaError('CANCELLED', 'The person stopped this request; nothing more may change.');
    return run;
  }

  /** What waits already keeps its turn: a later plan of the same request never overtakes it. */
  private whyAsk(run: Run, plans: Plan[], tainted: boolean): Why[] {
    const why = reasonsToAsk({ mode: run.mode, ceilings: this.ceilings, tainted, plans, entriesBefore: run.entries });
    return run.state === 'waiting' && why.length === 0 ? ['mode'] : why;
  }

  private async wait(run: Run, refs: PlanRef[], because: { why: Why[]; tainted: boolean }): Promise<CommitAnswer> {
    const waiting = await this.runs.change(run.runId, (now) => ({
      ...now,
      state: 'waiting',
      tainted: because.tainted,
      pending: [...(now.state === 'waiting' ? now.pending : []), ...refs],
    }));
    await this.runs.point(waiting);
    return { status: 'needs_approval', why: because.why };
  }

  private async goAhead(run: Run, plans: Plan[]): Promise<CommitAnswer> {
    const entries = plans.reduce((sum, plan) => sum + plan.summary.entries, 0);
    await this.runs.change(run.runId, (now) => ({ ...now, entries: now.entries + entries }));
    const receipts = await this.committer.commitAll(plans, `policy for ${run.by}`, this.events.progressOf(run.runId));
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
