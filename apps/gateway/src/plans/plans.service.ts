import type { z } from 'zod';
import { CATALOG } from '#contracts/catalog';
import type { Language } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import type { DecisionReplySchema } from '#contracts/http/decision.dto';
import type { Plan, Receipt } from '#contracts/plan';
import { planText } from '#contracts/words/plan-text';
import { receiptText } from '#contracts/words/receipt-text';
import { replyText } from '#contracts/words/reply-text';
import type { BusClient } from '#nats/bus-client';
import type { Committer, OnProgress } from '../runs/committer.js';
import type { Decisions } from '../runs/decisions.js';
import type { RunStore } from '../runs/run-store.js';
import type { Run } from '../runs/run.js';
import { requireMachine, type Caller } from '../who/caller.js';
import type { FoundPlan, PlanFinder, PlanPage } from './plan-finder.js';

export type DecisionReply = z.output<typeof DecisionReplySchema>;

/** Who decides, in which language they read, and where progress goes. */
export interface Deciding {
  readonly caller: Caller;
  readonly language: Language;
  readonly onProgress?: OnProgress;
}

export interface PlanParts {
  readonly finder: PlanFinder;
  readonly runs: RunStore;
  readonly decisions: Decisions;
  readonly committer: Committer;
  readonly bus: BusClient;
}

/** Yes, no and undo for a plan by its id, whether it belongs to a request of the chat or stands alone. */
export class PlansService {
  constructor(private readonly parts: PlanParts) {}

  find(caller: Caller, planId: string, page: PlanPage): Promise<FoundPlan> {
    return this.parts.finder.find(caller, planId, page);
  }

  /** The request this plan waits in, if it does; one yes is for all of the request's plans. */
  async runOf(caller: Caller, planId: string): Promise<Run | undefined> {
    const run = await this.parts.runs.findByPlan(planId);
    if (run === undefined || run.state === 'open' || run.state === 'cancelled') return undefined;
    run.pending.forEach((plan) => requireMachine(caller, plan.machine));
    return run;
  }

  async approve(planId: string, hash: string | undefined, deciding: Deciding): Promise<DecisionReply> {
    const run = await this.runOf(deciding.caller, planId);
    const expected = run?.pending.find((plan) => plan.planId === planId)?.hash;
    if (run !== undefined) {
      if (expected !== undefined) refuseOther(hash, expected);
      return this.parts.decisions.decide(run.runId, { say: 'approved', by: deciding.caller.id });
    }
    const { plan } = await this.parts.finder.find(deciding.caller, planId);
    refuseOther(hash, plan.hash);
    return this.commit(plan, deciding);
  }

  async reject(planId: string, reason: string | undefined, deciding: Deciding): Promise<DecisionReply> {
    const run = await this.runOf(deciding.caller, planId);
    if (run !== undefined)
      return this.parts.decisions.decide(run.runId, { say: 'rejected', by: deciding.caller.id, reason });
    const { plan } = await this.parts.finder.find(deciding.caller, planId);
    await this.parts.committer.discard(plan);
    return standAlone('done', deciding.language, { reply: replyText('rejected', deciding.language) });
  }

  /** Pressing "undo" is the yes, unless something changed since: then the person sees what would happen first. */
  async undo(planId: string, deciding: Deciding): Promise<DecisionReply> {
    const found = await this.parts.finder.find(deciding.caller, planId);
    const plan = await this.parts.bus.call(found.plan.machine, CATALOG.undo, { planId });
    if (!plan.needs.includes('changed-since')) return this.commit(plan, deciding);
    const preview = planText(plan, deciding.language);
    const reply = `${preview} ${replyText('needsApproval', deciding.language)}`;
    return standAlone('needs_approval', deciding.language, { reply, plans: [{ ...plan, preview }] });
  }

  /** Straight from plan to receipt: for a caller whose request is itself the yes. */
  async commit(plan: Plan, deciding: Deciding): Promise<DecisionReply> {
    const receipt = await this.parts.committer.commit(plan, deciding.caller.id, deciding.onProgress);
    const status = receipt.status === 'failed' ? 'failed' : 'done';
    return standAlone(status, deciding.language, {
      reply: receiptText(receipt, deciding.language, plan),
      receipts: [receipt],
    });
  }
}

const refuseOther = (given: string | undefined, hash: string): void => {
  if (given === undefined || given === hash) return;
  throw new OrdenaError('PLAN_CHANGED', 'That plan is not the one that was shown. Look at it again.', {
    details: { hash },
  });
};

type Told = { reply: string; plans?: DecisionReply['plans']; receipts?: Receipt[] };

const standAlone = (status: DecisionReply['status'], language: Language, told: Told): DecisionReply => ({
  status,
  language,
  reply: told.reply,
  steps: [],
  plans: told.plans ?? [],
  receipts: told.receipts ?? [],
});
