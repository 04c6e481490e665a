import { RunIdSchema, type Language } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import type { CancelReply } from '#contracts/http/views';
import { problemOf } from '../http/problem.js';
import type { Caller } from '../who/caller.js';
import type { Committer } from './committer.js';
import type { RunEvents } from './run-events.js';
import type { RunStore } from './run-store.js';
import type { Run } from './run.js';

/** Stopping a request on the way; only whoever made it, or the owner of this gateway, sees it at all. */
export class Cancelling {
  constructor(
    private readonly runs: RunStore,
    private readonly events: RunEvents,
    private readonly committer: Committer,
  ) {}

  async cancel(by: { caller: Caller; language: Language }, runId: string): Promise<CancelReply> {
    await this.own(by.caller, runId);
    const run = await this.runs.change(runId, (now) => (canStop(now) ? { ...now, state: 'cancelled' } : now));
    if (run.state !== 'cancelled') return { runId, cancelled: false };
    await Promise.allSettled(run.pending.map((plan) => this.committer.discard(plan)));
    const stopped = new OrdenaError('CANCELLED', 'Stopped on request; nothing more will change.');
    this.events.end(runId, 'error', problemOf(stopped, by.language));
    return { runId, cancelled: true };
  }

  /** Throws when there is nothing to follow. */
  async streamOf(caller: Caller, runId: string): Promise<void> {
    await this.own(caller, runId);
    if (!this.events.has(runId)) throw unknownRun();
  }

  private async own(caller: Caller, runId: string): Promise<Run> {
    const run = RunIdSchema.safeParse(runId).success ? await this.runs.find(runId) : undefined;
    if (run === undefined || (run.by !== caller.id && caller.id !== 'owner')) throw unknownRun();
    return run;
  }
}

/** What is being carried out is carried out; its receipt has the way back. */
const canStop = (run: Run): boolean => run.committing === 0 && run.state !== 'decided' && run.state !== 'deciding';

const unknownRun = (): OrdenaError =>
  new OrdenaError('UNKNOWN_RUN', 'There is no such request here, or it ended a while ago.');
