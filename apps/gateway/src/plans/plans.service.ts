import { CATALOG } from '#contracts/catalog';
import type { Language } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import type { Pressed } from '#contracts/http/views';
import type { Plan } from '#contracts/plan';
import { receiptText } from '#contracts/words/receipt-text';
import type { BusClient } from '#nats/bus-client';
import type { TalkStore } from '../chat/talk-store.js';
import type { Committer } from '../runs/committer.js';
import type { Decisions } from '../runs/decisions.js';
import { PlanChanged } from '../runs/plan-changed.js';
import { newId } from '../runs/new-id.js';
import type { Opened } from '../runs/opened.js';
import { plainQuestion, type DecisionReply } from '../runs/plain-answer.js';
import type { RunEvents } from '../runs/run-events.js';
import type { RunStore } from '../runs/run-store.js';
import { newRun, refOf, type Decision, type Run } from '../runs/run.js';
import { requireMachine, type Caller } from '../who/caller.js';
import type { FoundPlan, PlanFinder, PlanPage } from './plan-finder.js';

/** Who decides, and in which language they read. */
export interface Deciding {
  readonly caller: Caller;
  readonly language: Language;
}

export interface PlanParts {
  readonly finder: PlanFinder;
  readonly runs: RunStore;
  readonly talks: TalkStore;
  readonly events: RunEvents;
  readonly decisions: Decisions;
  readonly committer: Committer;
  readonly bus: BusClient;
}

/**
 * Yes, no and undo for a plan by its id. A plan that waits in a request of the chat is decided with that request; any other
 * becomes a request of its own, so that it can be followed, stopped and taken over like one.
 */
export class PlansService {
  constructor(private readonly parts: PlanParts) {}

  find(caller: Caller, planId: string, page: PlanPage): Promise<FoundPlan> {
    return this.parts.finder.find(caller, planId, page);
  }

  async approve(planId: string, hash: string | undefined, deciding: Deciding): Promise<Opened> {
    const run = await this.waitingFor(deciding.caller, planId);
    const decision = pressedBy(deciding, 'approve');
    if (run === undefined) return this.openAlone(planId, { hash, deciding, decision });
    const shown = run.pending.find((plan) => plan.planId === planId);
    if (shown !== undefined && hash !== undefined && hash !== shown.hash)
      throw new PlanChanged([(await this.parts.committer.reread(shown)).plan]);
    return this.open(run, decision);
  }

  async reject(planId: string, reason: string | undefined, deciding: Deciding): Promise<Opened> {
    const run = await this.waitingFor(deciding.caller, planId);
    const decision = { ...pressedBy(deciding, 'reject'), reason };
    return run === undefined ? this.openAlone(planId, { deciding, decision }) : this.open(run, decision);
  }

  /** Pressing "undo" is the yes, unless something changed since: then the person sees what would happen first. */
  async undo(planId: string, talk: string | undefined, deciding: Deciding): Promise<Opened> {
    const { plan: done } = await this.parts.finder.find(deciding.caller, planId);
    const conversationId = await this.talkOf(deciding.caller, planId, talk);
    const runId = newId();
    const since = await this.parts.events.begin(runId, conversationId);
    const known = { runId, conversationId, since };
    return { runId, since, answer: () => this.carryOutUndo(done, known, deciding) };
  }

  /** Straight from plan to receipt: for a caller whose request is itself the yes. Answers the receipt's sentence. */
  async commit(plan: Plan, { caller, language }: Deciding): Promise<string> {
    const receipt = await this.parts.committer.commit(plan, { by: caller.id, yes: 'given' });
    return receiptText(receipt, language, plan);
  }

  private async carryOutUndo(
    { machine, planId }: Plan,
    known: Pick<Run, 'runId' | 'conversationId' | 'since'>,
    deciding: Deciding,
  ): Promise<DecisionReply> {
    const plan = await this.parts.bus.call(machine, CATALOG.undo, { planId });
    const run = await this.keep({ ...known, ...pendingIn(plan, deciding) });
    const decision = pressedBy(deciding, 'undo');
    if (!plan.needs.includes('changed-since')) return this.parts.decisions.decide(run.runId, decision, run.since);
    const reply = plainQuestion(run, plan);
    await this.parts.talks.add({ pressed: 'undo', reply }, run.since);
    return reply;
  }

  /** The request this plan waits in or was decided with; one yes is for all of the request's plans. */
  private async waitingFor(caller: Caller, planId: string): Promise<Run | undefined> {
    const run = await this.parts.runs.findByPlan(planId);
    if (run === undefined || run.state === 'open' || run.state === 'cancelled') return undefined;
    run.pending.forEach((plan) => requireMachine(caller, plan.machine));
    return run;
  }

  private async open(run: Run, decision: Decision): Promise<Opened> {
    const { runId, conversationId } = run;
    const since = await this.parts.events.begin(runId, conversationId);
    return { runId, since, answer: () => this.parts.decisions.decide(runId, decision, since) };
  }

  /** A plan made through the operations door: no planner knows of it. */
  private async openAlone(
    planId: string,
    { hash, deciding, decision }: { hash?: string; deciding: Deciding; decision: Decision },
  ): Promise<Opened> {
    const { plan } = await this.parts.finder.find(deciding.caller, planId);
    if (hash !== undefined && hash !== plan.hash) throw new PlanChanged([plan]);
    const runId = newId();
    const since = await this.parts.events.begin(runId, undefined);
    const run = await this.keep({ runId, since, ...pendingIn(plan, deciding) });
    return { runId, since, answer: () => this.parts.decisions.decide(run.runId, decision, since) };
  }

  private async keep(known: Parameters<typeof newRun>[0]): Promise<Run> {
    const run = newRun({ ...known, state: 'waiting' });
    await this.parts.runs.add(run);
    await this.parts.runs.point(run);
    return run;
  }

  /** The talk an undo belongs to: the one it was pressed in, else the one the plan came from. */
  private async talkOf(caller: Caller, planId: string, talk: string | undefined): Promise<string | undefined> {
    const conversationId = talk ?? (await this.parts.runs.whoDid(planId))?.conversationId;
    if (conversationId === undefined) return undefined;
    const owner = await this.parts.talks.ownerOf(conversationId);
    if (owner === caller.id || (owner !== undefined && caller.id === 'owner')) return conversationId;
    if (talk === undefined) return undefined;
    throw new OrdenaError('UNKNOWN_CONVERSATION', 'There is no such conversation. Leave the id out to start one.');
  }
}

const pressedBy = ({ caller }: Deciding, pressed: Pressed): Decision => ({
  say: pressed === 'reject' ? 'rejected' : 'approved',
  by: caller.id,
  pressed,
});

const pendingIn = (plan: Plan, { caller, language }: Deciding): Pick<Run, 'by' | 'mode' | 'language' | 'pending'> => ({
  by: caller.id,
  mode: 'ask',
  language,
  pending: [refOf(plan)],
});
