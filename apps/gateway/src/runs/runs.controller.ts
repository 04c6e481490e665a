import type { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { CancelReply } from '#contracts/http/views';
import { Describes } from '../docs/describes.js';
import { Answering } from '../http/answering.js';
import { AVisit, type Visit } from '../http/visit.js';
import { Cancelling } from './cancelling.js';

@ApiTags('chat')
@Controller('v1/runs')
export class RunsController {
  constructor(
    @Inject(Cancelling) private readonly cancelling: Cancelling,
    @Inject(Answering) private readonly answering: Answering,
  ) {}

  @Get(':runId/events')
  @ApiProduces('text/event-stream')
  @Describes({
    name: 'followRun',
    needs: 'read',
    summary: 'The stream of a request again, from `Last-Event-ID` on; at any gateway',
    reply: 'ChatReply',
    stream: true,
    errors: ['UNKNOWN_RUN'],
  })
  async follow(@Param('runId') runId: string, @AVisit() visit: Visit): Promise<Readable> {
    return this.answering.follow(visit, await this.cancelling.own(visit.caller, runId));
  }

  @Post(':runId/cancel')
  @HttpCode(200)
  @Describes({
    name: 'cancelRun',
    needs: 'read',
    summary: 'Stop: what has not begun never will, what is being carried out stops at its next step',
    reply: 'CancelReply',
    errors: ['UNKNOWN_RUN', 'BUSY', 'MEDIA_TYPE', 'BODY_SIZE', 'REPEAT_TOO_SOON', 'REPEAT_DIFFERS'],
  })
  cancel(@Param('runId') runId: string, @AVisit() visit: Visit): Promise<CancelReply> {
    return this.cancelling.cancel(visit, runId);
  }
}
