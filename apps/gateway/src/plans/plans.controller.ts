import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ApproveRequest, RejectRequest, UndoRequest } from '#contracts/http/decision.dto';
import type { PlanDetail } from '#contracts/http/views';
import { planText } from '#contracts/words/plan-text';
import { Describes } from '../docs/describes.js';
import { Answering } from '../http/answering.js';
import { checked } from '../http/check.js';
import { AVisit, type Visit } from '../http/visit.js';
import { RunEvents } from '../runs/run-events.js';
import { requirePlanId } from './plan-finder.js';
import { PlansService, type Deciding, type DecisionReply } from './plans.service.js';

const PlanPageSchema = z.strictObject({
  limit: z.coerce.number().int().min(0).max(1000).optional().describe('Entries per page. Default 100'),
  cursor: z.string().max(200).optional().describe('From the page before'),
});

@ApiTags('plans')
@Controller('v1/plans')
export class PlansController {
  constructor(
    @Inject(PlansService) private readonly plans: PlansService,
    @Inject(Answering) private readonly answering: Answering,
    @Inject(RunEvents) private readonly events: RunEvents,
  ) {}

  @Get(':planId')
  @Describes({
    needs: 'read',
    summary: 'A plan with its exact entries, and its receipt once it ran',
    query: PlanPageSchema,
    reply: 'PlanDetail',
    errors: 'all',
  })
  async find(@Param('planId') planId: string, @Query() query: unknown, @AVisit() visit: Visit): Promise<PlanDetail> {
    const found = await this.plans.find(visit.caller, planId, checked(PlanPageSchema, query));
    return { ...found, preview: planText(found.plan, visit.language) };
  }

  @Post(':planId/approve')
  @HttpCode(200)
  @Describes({
    needs: 'approve',
    summary: 'Yes: carry the plan out',
    words:
      'For a plan of a chat the one yes is for all plans of that request. A repeat answers the same and does nothing again.',
    body: ApproveRequest,
    reply: 'DecisionReply',
    errors: 'all',
    stream: true,
  })
  approve(
    @Param('planId') planId: string,
    @Body() body: ApproveRequest | undefined,
    @AVisit() visit: Visit,
  ): Promise<unknown> {
    return this.decide(planId, visit, (deciding) => this.plans.approve(planId, body?.hash ?? undefined, deciding));
  }

  @Post(':planId/reject')
  @HttpCode(200)
  @Describes({
    needs: 'write',
    summary: 'No: drop the plan',
    body: RejectRequest,
    reply: 'DecisionReply',
    errors: 'all',
    stream: true,
  })
  reject(
    @Param('planId') planId: string,
    @Body() body: RejectRequest | undefined,
    @AVisit() visit: Visit,
  ): Promise<unknown> {
    return this.decide(planId, visit, (deciding) => this.plans.reject(planId, body?.reason ?? undefined, deciding));
  }

  @Post(':planId/undo')
  @HttpCode(200)
  @Describes({
    needs: 'approve',
    summary: 'Put back what the plan did',
    words: 'At once, unless something changed since: then the answer is `needs_approval` with the plan of the undoing.',
    body: UndoRequest,
    reply: 'DecisionReply',
    errors: 'all',
    stream: true,
  })
  undo(
    @Param('planId') planId: string,
    @Body() _body: UndoRequest | undefined,
    @AVisit() visit: Visit,
  ): Promise<unknown> {
    return this.decide(planId, visit, (deciding) => this.plans.undo(planId, deciding));
  }

  /** Steps of the resumed request and progress of the commit go to whoever streams this answer. */
  private async decide(
    planId: string,
    visit: Visit,
    work: (deciding: Deciding) => Promise<DecisionReply>,
  ): Promise<unknown> {
    requirePlanId(planId);
    const { caller, language } = visit;
    const run = await this.plans.runOf(caller, planId);
    const runId = run?.runId ?? planId;
    const deciding = { caller, language, onProgress: this.events.progressOf(runId) };
    return this.answering.answer(visit, { runId, conversationId: run?.conversationId, answer: () => work(deciding) });
  }
}
