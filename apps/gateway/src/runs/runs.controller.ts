import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OrdenaError } from '#contracts/errors';
import { sendStream } from '../http/answer.js';
import { languageOf } from '../http/language.js';
import { problemOf } from '../http/problem.js';
import { Needs, Who, type Caller } from '../who/caller.js';
import { Committer } from './committer.js';
import { RunEvents } from './run-events.js';
import { RunStore } from './run-store.js';
import type { Run } from './run.js';

@Controller('v1/runs')
export class RunsController {
  constructor(
    private readonly runs: RunStore,
    private readonly events: RunEvents,
    private readonly committer: Committer,
  ) {}

  /** The stream of a run again, from `Last-Event-ID` on. */
  @Get(':runId/events')
  @Needs('read')
  async follow(
    @Param('runId') runId: string,
    @Who() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.own(caller, runId);
    if (!this.events.has(runId)) throw unknownRun();
    sendStream({ request, reply }, this.events, runId);
  }

  /** Stop: nothing that is not committed yet will be. */
  @Post(':runId/cancel')
  @Needs('read')
  @HttpCode(200)
  async cancel(
    @Param('runId') runId: string,
    @Who() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<{ runId: string; cancelled: boolean }> {
    const run = await this.own(caller, runId);
    if (run.state === 'decided' || run.state === 'deciding') return { runId, cancelled: false };
    await this.runs.change(runId, (now) => ({ ...now, state: 'cancelled' }));
    await Promise.allSettled(run.pending.map((plan) => this.committer.discard(plan)));
    const stopped = new OrdenaError('CANCELLED', 'Stopped on request; nothing more will change.');
    this.events.end(runId, 'error', problemOf(stopped, languageOf(request)));
    return { runId, cancelled: true };
  }

  private async own(caller: Caller, runId: string): Promise<Run> {
    const run = /^[A-Za-z0-9_-]{1,64}$/.test(runId) ? await this.runs.find(runId) : undefined;
    if (run === undefined || (run.by !== caller.id && caller.id !== 'owner')) throw unknownRun();
    return run;
  }
}

const unknownRun = (): OrdenaError =>
  new OrdenaError('UNKNOWN_RUN', 'There is no such request here, or it ended a while ago.');
