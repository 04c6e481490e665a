import { RunIdSchema, type Language } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import type { CancelReply } from '#contracts/http/views';
import { problemOf } from '../http/problem.js';
import type { Caller } from '../who/caller.js';
import type { Committer } from './committer.js';
import type { RunEvents } from './run-events.js';
import type { RunStore } from './run-store.js';
import type { Run } from './run.js';

/** How long a reader that went away may take to come back. */
export const COME_BACK_MS = 5000;

/** Stopping a request on the way; only whoever made it, or the owner of this gateway, sees it at all. */
export class Cancelling {
  constructor(
    private readonly runs: RunStore,
    private readonly events: RunEvents,
    private readonly committer: Committer,
  ) {}

  /** What is not committed never will be; what is being carried out stops at its next step, with a receipt. */
  async cancel(by: { caller: Caller; language: Language }, runId: string): Promise<CancelReply> {
    await this.own(by.caller, runId);
    const run = await this.runs.change(runId, stopped);
    if (run.state === 'cancelled') return this.cancelled(run, by.language);
    if (run.working.length === 0) return { runId, outcome: 'over' };
    await Promise.allSettled(run.working.map((plan) => this.committer.discard(plan)));
    return { runId, outcome: 'stopping' };
  }

  /** They did not come back: what has not begun is dropped, what is being carried out is carried out. */
  async abandon(runId: string): Promise<void> {
    const run = await this.runs.change(runId, (now) =>
      now.state === 'open' && now.working.length === 0 ? { ...now, state: 'cancelled' } : now,
    );
    if (run.state === 'cancelled') this.tellCancelled(run, run.language ?? 'es');
  }

  /** The run of somebody who may see it. */
  async own(caller: Caller, runId: string): Promise<Run> {
    const run = RunIdSchema.safeParse(runId).success ? await this.runs.find(runId) : undefined;
    if (run === undefined || (run.by !== caller.id && caller.id !== 'owner')) throw unknownRun();
    return run;
  }

  private async cancelled(run: Run, language: Language): Promise<CancelReply> {
    await Promise.allSettled(run.pending.map((plan) => this.committer.discard(plan)));
    this.tellCancelled(run, language);
    return { runId: run.runId, outcome: 'cancelled' };
  }

  private tellCancelled({ runId, since }: Run, language: Language): void {
    this.events.tell(runId, { event: 'error', since, data: problemOf(stoppedOnRequest(), language) });
  }
}

const stopped = (run: Run): Run => {
  if (run.working.length > 0) return { ...run, stopping: true };
  return run.state === 'open' || run.state === 'waiting' ? { ...run, state: 'cancelled' } : run;
};

export const stoppedOnRequest = (): OrdenaError =>
  new OrdenaError('CANCELLED', 'Stopped on request; nothing more will change.');

const unknownRun = (): OrdenaError =>
  new OrdenaError('UNKNOWN_RUN', 'There is no such request here, or it ended a while ago.');
