import type { ChatReply, ResumeAsk } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import type { Plan, Receipt } from '#contracts/plan';
import { PLANNER_RESUME } from '#contracts/subjects';
import type { BusClient } from '#nats/bus-client';
import type { TalkStore } from '../chat/talk-store.js';
import type { Metrics } from '../health/metrics.js';
import type { Committer } from './committer.js';
import { keepAsking } from './keep-asking.js';
import { tellPlanner } from './note.js';
import { PlanChanged } from './plan-changed.js';
import { plainAnswer, type DecisionReply } from './plain-answer.js';
import type { RunEvents } from './run-events.js';
import type { RunStore } from './run-store.js';
import { refOf, type Decision, type Run } from './run.js';

/** Whoever carries a decision out says this often that it lives. */
const BEAT_MS = 2_000;
/** Silent for this long, its gateway was killed, and another one may carry it out; commits are idempotent. */
const STUCK_MS = 8_000;

/** What no later yes can mend. */
const OVER = ['EXPIRED', 'UNKNOWN_PLAN', 'REPLAY', 'CANCELLED', 'NOTHING_TO_UNDO'];

export interface DecisionParts {
  readonly runs: RunStore;
  readonly talks: TalkStore;
  readonly committer: Committer;
  readonly events: RunEvents;
  readonly bus: BusClient;
  readonly metrics: Metrics;
}

interface Done {
  readonly plans: Plan[];
  readonly receipts: Receipt[];
}

/** The one path of a yes or a no about a request's plans, however it was said: page, REST or a word in the talk. */
export class Decisions {
  constructor(private readonly parts: DecisionParts) {}

  /** `since`: where the lines of this stretch of work begin. A yes said twice answers the same. */
  async decide(runId: string, decision: Decision, since: number): Promise<DecisionReply> {
    const known = await this.parts.runs.find(runId);
    if (known?.state === 'over' && known.decision?.say === decision.say && known.answer !== undefined)
      return known.answer;
    const run = await this.parts.runs.change(runId, (now) => claim(now, decision, since));
    this.parts.metrics.count('ordena_approvals_total', { decision: decision.say });
    return this.finish(run);
  }

  /** Takes over from a gateway that fell silent; exactly one of those who notice it gets the run. */
  async takeOver(silent: Run): Promise<Run | undefined> {
    let isMine = false;
    const run = await this.parts.runs.change(silent.runId, (now) => {
      isMine = isStuck(now);
      return isMine ? { ...now, decidedAt: new Date().toISOString() } : now;
    });
    return isMine ? run : undefined;
  }

  /** Carries out what was decided, and tells it. Again after a crash, nothing is done twice. */
  async finish(run: Run): Promise<DecisionReply> {
    const stop = this.beat(run.runId);
    try {
      return await this.toItsEnd(run);
    } finally {
      stop();
    }
  }

  private async toItsEnd(run: Run): Promise<DecisionReply> {
    const decision = run.decision ?? { say: 'rejected', by: run.by };
    const done = await this.carryOut(run, decision);
    const answer = await this.answerFor(run, decision, done);
    await this.parts.runs.change(run.runId, (now) =>
      now.state === 'deciding' ? { ...now, state: 'over', pending: [], working: [], answer } : { ...now, answer },
    );
    const { message, pressed } = decision;
    await this.parts.talks.add({ message, pressed, reply: answer }, run.since);
    return answer;
  }

  /** As long as somebody is at it, nobody else begins. A beat that is lost is made good by the next. */
  private beat(runId: string): () => void {
    const beat = (): Promise<Run> => this.parts.runs.change(runId, alive);
    const timer = setInterval(() => void beat().catch(() => undefined), BEAT_MS);
    return () => clearInterval(timer);
  }

  private async carryOut(run: Run, decision: Decision): Promise<Done> {
    const { committer, events, runs } = this.parts;
    if (decision.say === 'rejected') {
      await Promise.allSettled(run.pending.map((plan) => committer.discard(plan)));
      return { plans: [], receipts: [] };
    }
    try {
      const plans = (await Promise.all(run.pending.map((ref) => committer.reread(ref)))).map(({ plan }) => plan);
      const how = { by: decision.by, yes: 'given', onProgress: events.progressOf(run.runId) } as const;
      const receipts = await committer.commitAll(plans, { ...how, isStopped: () => runs.isStopping(run.runId) });
      await runs.remember(run, plans);
      return { plans, receipts };
    } catch (error) {
      await this.release(run, error);
      throw error;
    }
  }

  /**
   * Nothing ran: the question stays open if the same yes may work later, or is about the plan as it is now; it is over
   * if no yes can work.
   */
  private async release(run: Run, error: unknown): Promise<void> {
    const over = error instanceof OrdenaError && OVER.includes(error.code);
    const plans = error instanceof PlanChanged ? error.plans : [];
    await this.parts.runs.change(run.runId, (now) => ({
      ...now,
      state: over ? 'over' : 'waiting',
      pending: now.pending.map((ref) => refOf(plans.find(({ planId }) => planId === ref.planId) ?? ref)),
      working: [],
      decision: undefined,
    }));
  }

  /** What was done is told in any case; the planner only puts it into the talk. */
  private async answerFor(run: Run, decision: Decision, done: Done): Promise<DecisionReply> {
    if (run.ask === undefined) {
      await tellPlanner(this.parts.bus, run, done);
      return plainAnswer(run, done);
    }
    try {
      return await this.resume(run, decision, done.receipts);
    } catch (error) {
      if (!(error instanceof OrdenaError)) throw error;
      return plainAnswer(run, { ...done, silent: error });
    }
  }

  private resume({ runId, pending }: Run, { say, reason }: Decision, receipts: Receipt[]): Promise<ChatReply> {
    const plans = pending.map(({ planId }) => planId);
    const ask: ResumeAsk = { runId, decision: say, reason, plans, receipts };
    return keepAsking(this.parts.bus, { subject: PLANNER_RESUME, ask });
  }
}

/** Exactly one of two simultaneous decisions gets through. */
const claim = (run: Run, decision: Decision, since: number): Run => {
  const stuck = isStuck(run);
  if (run.state === 'deciding' && !stuck) throw deciding();
  if (run.state !== 'waiting' && !(stuck && run.decision?.say === decision.say))
    throw new OrdenaError('REPLAY', 'That plan was decided already; a yes or a no counts once.');
  const working = decision.say === 'approved' ? run.pending : [];
  return {
    ...run,
    state: 'deciding',
    working,
    decision,
    since,
    leftAt: undefined,
    decidedAt: new Date().toISOString(),
  };
};

const isStuck = (run: Run): boolean =>
  run.state === 'deciding' && Date.now() - Date.parse(run.decidedAt ?? '') > STUCK_MS;

const alive = (run: Run): Run => (run.state === 'deciding' ? { ...run, decidedAt: new Date().toISOString() } : run);

const deciding = (): OrdenaError =>
  new OrdenaError('BUSY', 'Somebody is deciding about that plan right now. Look again in a moment.');
