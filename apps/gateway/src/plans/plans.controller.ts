import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApproveRequest, RejectRequest } from '#contracts/http/decision.dto';
import { planText } from '#contracts/words/plan-text';
import { answerWith } from '../http/answer.js';
import { checked } from '../http/check.js';
import { languageOf } from '../http/language.js';
import { RunEvents } from '../runs/run-events.js';
import { Needs, Who, type Caller } from '../who/caller.js';
import { PlanFinder, type FoundPlan } from './plan-finder.js';
import { PlansService, type Deciding, type DecisionReply } from './plans.service.js';

export const PlanPageSchema = z.strictObject({
  limit: z.coerce.number().int().min(0).max(1000).optional(),
  cursor: z.string().max(200).optional(),
});

interface Http {
  request: FastifyRequest;
  reply: FastifyReply;
}

@Controller('v1/plans')
export class PlansController {
  constructor(
    private readonly plans: PlansService,
    private readonly finder: PlanFinder,
    private readonly events: RunEvents,
  ) {}

  @Get(':planId')
  @Needs('read')
  async find(
    @Param('planId') planId: string,
    @Query() query: unknown,
    @Who() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<FoundPlan & { preview: string }> {
    const found = await this.finder.find(caller, planId, checked(PlanPageSchema, query));
    return { ...found, preview: planText(found.plan, languageOf(request)) };
  }

  @Post(':planId/approve')
  @Needs('approve')
  @HttpCode(200)
  approve(
    @Param('planId') planId: string,
    @Body() body: ApproveRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.decide(planId, { request, reply }, (deciding) =>
      this.plans.approve(planId, body?.hash ?? undefined, deciding),
    );
  }

  @Post(':planId/reject')
  @Needs('write')
  @HttpCode(200)
  reject(
    @Param('planId') planId: string,
    @Body() body: RejectRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.decide(planId, { request, reply }, (deciding) =>
      this.plans.reject(planId, body?.reason ?? undefined, deciding),
    );
  }

  @Post(':planId/undo')
  @Needs('approve')
  @HttpCode(200)
  undo(@Param('planId') planId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.decide(planId, { request, reply }, (deciding) => this.plans.undo(planId, deciding));
  }

  /** Steps of the resumed request and progress of the commit go to whoever streams this answer. */
  private async decide(
    planId: string,
    http: Http,
    work: (deciding: Deciding) => Promise<DecisionReply>,
  ): Promise<void> {
    const caller = http.request.caller as Caller;
    const run = await this.plans.runOf(caller, planId);
    const runId = run?.runId ?? planId;
    const deciding = { caller, language: languageOf(http.request), onProgress: this.events.progressOf(runId) };
    await answerWith(http, this.events, { runId, conversationId: run?.conversationId, answer: () => work(deciding) });
  }
}
