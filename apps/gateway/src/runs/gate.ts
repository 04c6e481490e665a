import { setTimeout as sleep } from 'node:timers/promises';
import type { CommitAnswer, CommitAsk } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import type { Plan, Receipt } from '#contracts/plan';
import type { Metrics } from '../health/metrics.js';
import { AskFirst } from './ask-first.js';
import type { Ceilings } from './ceilings.js';
import { COME_BACK_MS } from './cancelling.js';
import type { Committer, SeenPlan } from './committer.js';
import { reasonsToAsk, type Why } from './policy.js';
import type { RunEvents } from './run-events.js';
import type { RunStore } from './run-store.js';
import { refOf, type PlanRef, type Run } from './run.js';

/** How often a gate that holds something back looks whether whoever asked is back. */
const LOOK_AGAIN_MS = 100;

/** Whoever asked closed their stream a moment ago and may come back. */
class Unheard extends Error {}

export interface GateParts {
  readonly ceilings: Ceilings;
  readonly runs: RunStore;
  readonly committer: Committer;
  readonly events: RunEvents;
  readonly metrics: Metrics;
}

/**
 * Answers the planner's "may these run?": commits what policy lets go ahead, stores what must wait for a person. A planner
 * that took over from another, or lost the answer, asks the same again: what has begun is neither judged nor counted twice.
 */
export class Gate {
  constructor(private readonly parts: GateParts) {}

  async mayRun(ask: CommitAsk): Promise<CommitAnswer> {
    for (;;) {
      try {
        return await this.judge(ask);
      } catch (error) {
        if (!(error instanceof Unheard)) throw error;
      }
      await sleep(LOOK_AGAIN_MS);
    }
  }

  private async judge(ask: CommitAsk): Promise<CommitAnswer> {
    const seen = await Promise.all(ask.plans.map((ref) => this.parts.committer.reread(ref)));
    let fresh: Plan[] = [];
    let why: Why[] = [];
    const run = await this.parts.runs.change(ask.runId, (now) => {
      refuseWhatMayNot(now, ask.plans);
      fresh = freshIn(now, seen);
      why = fresh.length === 0 ? [] : this.whyAsk(now, fresh, ask.tainted);
      if (why.length > 0) return waiting(now, notDone(seen), ask.tainted);
      if (fresh.length > 0) refuseUnheard(now);
      return working(now, fresh);
    });
    this.count(fresh, why);
    if (why.length === 0) return this.goAhead(run, seen);
    await this.parts.runs.point(run);
    return asking(why, receiptsIn(seen));
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

  private async goAhead(run: Run, seen: SeenPlan[]): Promise<CommitAnswer> {
    const { committer, events, runs } = this.parts;
    const plans = seen.map(({ plan }) => plan);
    try {
      const receipts = await committer.commitAll(plans, {
        by: `policy for ${run.by}`,
        yes: 'policy',
        onProgress: events.progressOf(run.runId),
        isStopped: () => runs.isStopping(run.runId),
      });
      await runs.remember(run, plans);
      await this.settle(run, plans);
      return { status: 'committed', receipts };
    } catch (error) {
      if (error instanceof AskFirst) return this.askAfterAll(run, plans, error.receipts);
      await this.settle(run, plans);
      throw error;
    }
  }

  /** None of them is carried out any more; those held back wait. */
  private settle(run: Run, plans: Plan[], held: Plan[] = []): Promise<Run> {
    return this.parts.runs.change(run.runId, (now) => settled(now, plans, held));
  }

  /** More changed within the hour than a machine lets change unasked: what is left of the request waits for a person. */
  private async askAfterAll(run: Run, plans: Plan[], receipts: readonly Receipt[]): Promise<CommitAnswer> {
    const { runs } = this.parts;
    const done = plans.filter((plan) => receipts.some(({ planId }) => planId === plan.planId));
    const held = plans.filter((plan) => !done.includes(plan));
    const now = await this.settle(run, plans, held);
    refuseWhatMayNot(now, held);
    const why: Why[] = ['over-quota'];
    this.count(held, why);
    await Promise.all([runs.point(now), runs.remember(run, done)]);
    return asking(why, receipts);
  }

  private count(plans: Plan[], why: Why[]): void {
    const verdict = why.length > 0 ? 'asked' : 'automatic';
    for (const { operation } of plans) this.parts.metrics.count('ordena_plans_total', { operation, verdict });
  }
}

const waiting = (run: Run, plans: readonly Plan[], tainted = false): Run => {
  const before = run.state === 'waiting' ? run.pending : [];
  return {
    ...run,
    state: 'waiting',
    tainted: run.tainted || tainted,
    pending: [...without(before, plans), ...plans.map(refOf)],
  };
};

/** Counted before it happens, in the same write that lets it happen: two at once cannot both be under the limit. */
const working = (run: Run, plans: Plan[]): Run => ({
  ...run,
  working: [...run.working, ...plans.map(refOf)],
  entries: run.entries + entriesIn(plans),
});

/** What was held back was counted when it began, and by whoever finds it begun only: it changed nothing unasked. */
const settled = (run: Run, plans: Plan[], held: Plan[]): Run => {
  const counted = held.filter(({ planId }) => run.working.some((begun) => begun.planId === planId));
  const idle = { ...run, working: without(run.working, plans), entries: run.entries - entriesIn(counted) };
  const isOpen = run.state === 'open' || run.state === 'waiting';
  return isOpen && held.length > 0 ? waiting(idle, held) : idle;
};

const entriesIn = (plans: readonly Plan[]): number => plans.reduce((sum, { summary }) => sum + summary.entries, 0);

/** What no gateway has let go ahead. */
const freshIn = ({ working: begun }: Run, seen: readonly SeenPlan[]): Plan[] =>
  notDone(seen).filter((plan) => !begun.some(({ planId }) => planId === plan.planId));

const notDone = (seen: readonly SeenPlan[]): Plan[] =>
  seen.filter(({ receipt }) => receipt === undefined).map(({ plan }) => plan);

const receiptsIn = (seen: readonly SeenPlan[]): Receipt[] => seen.flatMap(({ receipt }) => receipt ?? []);

const asking = (why: Why[], receipts: readonly Receipt[]): CommitAnswer => ({
  status: 'needs_approval',
  why,
  ...(receipts.length > 0 && { receipts: [...receipts] }),
});

const without = (refs: PlanRef[], gone: readonly { planId: string }[]): PlanRef[] =>
  refs.filter((ref) => !gone.some(({ planId }) => planId === ref.planId));

/** A run that was stopped or has answered changes nothing any more. */
const refuseWhatMayNot = (run: Run, plans: PlanRef[]): void => {
  if (run.state === 'cancelled' || run.state === 'over' || run.stopping)
    throw new OrdenaError('CANCELLED', 'The person stopped this request; nothing more may change.');
  refuseOtherMachines(run, plans);
};

/** Nothing begins by itself for somebody who closed the stream; a new word or a yes is somebody who is there. */
const refuseUnheard = ({ leftAt }: Run): void => {
  if (leftAt === undefined) return;
  if (Date.now() - Date.parse(leftAt) <= COME_BACK_MS) throw new Unheard();
  throw new OrdenaError('CANCELLED', 'Whoever asked closed the stream; nothing more may change.');
};

const refuseOtherMachines = (run: Run, plans: PlanRef[]): void => {
  const foreign = plans.find((plan) => run.machines !== undefined && !run.machines.includes(plan.machine));
  if (foreign === undefined) return;
  throw new OrdenaError('FORBIDDEN', 'Whoever asked may not touch that machine.', {
    details: { machine: foreign.machine },
  });
};
