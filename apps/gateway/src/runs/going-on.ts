import { OrdenaError } from '#contracts/errors';
import type { ChatService } from '../chat/chat.service.js';
import { asTableError, problemOf } from '../http/problem.js';
import { stoppedOnRequest } from './cancelling.js';
import type { Decisions } from './decisions.js';
import type { DecisionReply } from './plain-answer.js';
import type { RunEvents } from './run-events.js';
import type { RunStore } from './run-store.js';
import type { Run } from './run.js';

export interface GoingOnParts {
  readonly runs: RunStore;
  readonly events: RunEvents;
  readonly chat: ChatService;
  readonly decisions: Decisions;
}

/** Does the work of runs, and what another gateway left undone when it died: everything for it is stored. */
export class GoingOn {
  private readonly takingUp = new Set<string>();

  constructor(private readonly parts: GoingOnParts) {}

  /** Tells that somebody works on the run while somebody does, and how it ended. */
  async work(
    run: Pick<Run, 'runId' | 'since' | 'language'>,
    answer: () => Promise<DecisionReply>,
  ): Promise<DecisionReply> {
    const { runId, since, language = 'es' } = run;
    const { events } = this.parts;
    const stop = events.beat(runId, since);
    try {
      const reply = await answer();
      events.tell(runId, { event: 'reply', since, data: reply });
      return reply;
    } catch (error) {
      events.tell(runId, { event: 'error', since, data: problemOf(asTableError(error), language) });
      throw error;
    } finally {
      stop();
    }
  }

  /** Nothing was heard of the run for longer than a run at work is quiet: somebody must end it. */
  async takeUp(runId: string): Promise<void> {
    if (this.takingUp.has(runId)) return;
    this.takingUp.add(runId);
    await this.workOnSilent(runId).catch(ended);
    this.takingUp.delete(runId);
  }

  private async workOnSilent(runId: string): Promise<void> {
    const silent = await this.parts.runs.find(runId);
    const run = silent?.state === 'deciding' ? await this.parts.decisions.takeOver(silent) : silent;
    if (run !== undefined) await this.work(run, () => this.rest(run));
  }

  /** What is left to do for this run until it has an answer. */
  private async rest(run: Run): Promise<DecisionReply> {
    if (run.state === 'cancelled') throw stoppedOnRequest();
    if (run.state === 'deciding') return this.parts.decisions.finish(run);
    if (run.state === 'open' && run.ask !== undefined) return this.parts.chat.goOn({ ...run, ask: run.ask });
    if (run.answer !== undefined) return run.answer;
    throw new OrdenaError('UNKNOWN_RUN', 'It ended without an answer. The history says what was done.');
  }
}

/** Its reader was told; here nobody waits for it. */
const ended = (): undefined => undefined;
