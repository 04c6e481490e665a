import { ChatReplySchema, type ChatReply, type ResumeAsk } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import type { Receipt } from '#contracts/plan';
import { PLANNER_RESUME } from '#contracts/subjects';
import type { BusClient } from '#nats/bus-client';
import { PLANNER_TIMEOUT_MS } from '../chat/limits.js';
import type { Metrics } from '../health/metrics.js';
import type { Committer } from './committer.js';
import type { RunEvents } from './run-events.js';
import type { RunStore } from './run-store.js';
import { plainAnswer } from './plain-answer.js';
import type { Run } from './run.js';

export interface Decision {
  readonly say: 'approved' | 'rejected';
  readonly by: string;
  readonly reason?: string;
}

/** After this a decision that never came to an end (its gateway was killed) may be taken again; commits are idempotent. */
const STUCK_MS = 120_000;

export interface DecisionParts {
  readonly runs: RunStore;
  readonly committer: Committer;
  readonly events: RunEvents;
  readonly bus: BusClient;
  readonly metrics: Metrics;
}

/** The one path of a yes or a no about a request's plans, however it was said: page, REST or a word in the talk. */
export class Decisions {
  constructor(private readonly parts: DecisionParts) {}

  async decide(runId: string, decision: Decision): Promise<ChatReply> {
    const known = await this.parts.runs.find(runId);
    if (known?.state === 'decided' && known.decision === decision.say && known.answer !== undefined)
      return known.answer;
    const run = await this.parts.runs.change(runId, (now) => claim(now, decision));
    this.parts.metrics.count('ordena_approvals_total', { decision: decision.say });
    const receipts = await this.carryOut(run, decision);
    const answer = await this.resume(run, decision, receipts);
    await this.parts.runs.change(runId, (now) =>
      now.state === 'deciding' ? { ...now, state: 'decided', pending: [], answer } : now,
    );
    return answer;
  }

  private async carryOut(run: Run, decision: Decision): Promise<Receipt[]> {
    if (decision.say === 'rejected') {
      await Promise.allSettled(run.pending.map((plan) => this.parts.committer.discard(plan)));
      return [];
    }
    try {
      const plans = await Promise.all(run.pending.map((ref) => this.parts.committer.reread(ref)));
      return await this.parts.committer.commitAll(plans, decision.by, this.parts.events.progressOf(run.runId));
    } catch (error) {
      await this.release(run, error);
      throw error;
    }
  }

  /** Nothing ran: the question stays open if the same yes may work later, and is over if it cannot. */
  private async release(run: Run, error: unknown): Promise<void> {
    const over = error instanceof OrdenaError && ['EXPIRED', 'UNKNOWN_PLAN', 'REPLAY'].includes(error.code);
    await this.parts.runs.change(run.runId, (now) => ({
      ...now,
      state: over ? 'decided' : 'waiting',
      decision: undefined,
    }));
  }

  /** What was done is told in any case; the planner only puts it into the talk. */
  private async resume(run: Run, decision: Decision, receipts: Receipt[]): Promise<ChatReply> {
    const ask: ResumeAsk = { runId: run.runId, decision: decision.say, reason: decision.reason, receipts };
    const options = { schema: ChatReplySchema, off: 'PLANNER_OFF', timeoutMs: PLANNER_TIMEOUT_MS } as const;
    try {
      return await this.parts.bus.request(PLANNER_RESUME, ask, options);
    } catch (error) {
      if (!(error instanceof OrdenaError)) throw error;
      return plainAnswer(run, receipts, error);
    }
  }
}

/** Exactly one of two simultaneous decisions gets through. */
const claim = (run: Run, decision: Decision): Run => {
  const stuck = run.state === 'deciding' && Date.now() - Date.parse(run.decidedAt ?? '') > STUCK_MS;
  if (run.state === 'deciding' && !stuck)
    throw new OrdenaError('BUSY', 'Somebody is deciding about that plan right now. Look again in a moment.');
  if (run.state !== 'waiting' && !(stuck && run.decision === decision.say))
    throw new OrdenaError('REPLAY', 'That plan was decided already; a yes or a no counts once.');
  return { ...run, state: 'deciding', decision: decision.say, decidedAt: new Date().toISOString() };
};
