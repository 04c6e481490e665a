import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ApproveRequest, RejectRequest, UndoPlanRequest } from '#contracts/http/decision.dto';
import type { PlanDetail } from '#contracts/http/views';
import { CURSOR_PATTERN } from '#contracts/patterns';
import { planText } from '#contracts/words/plan-text';
import { Describes } from '../docs/describes.js';
import { Answering } from '../http/answering.js';
import { checked } from '../http/check.js';
import { AVisit, type Visit } from '../http/visit.js';
import type { Opened } from '../runs/opened.js';
import { requirePlanId } from './plan-finder.js';
import { PlansService } from './plans.service.js';

const PlanPageSchema = z.strictObject({
  limit: z.coerce.number().int().min(0).max(1000).optional().describe('Entries per page. Default 100'),
  cursor: z.string().max(200).regex(CURSOR_PATTERN).optional().describe('From the page before'),
});

@ApiTags('plans')
@Controller('v1/plans')
export class PlansController {
  constructor(
    @Inject(PlansService) private readonly plans: PlansService,
    @Inject(Answering) private readonly answering: Answering,
  ) {}

  @Get(':planId')
  @Describes({
    name: 'getPlan',
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
    name: 'approvePlan',
    needs: 'approve',
    summary: 'Yes: carry the plan out',
    words:
      'For a plan of a chat the one yes is for all plans of that request. A repeat answers the same and does nothing again.',
    body: ApproveRequest,
    reply: 'DecisionReply',
    errors: 'all',
    stream: true,
  })
  approve(@Param('planId') planId: string, @Body() body: ApproveRequest, @AVisit() visit: Visit): Promise<unknown> {
    return this.answer(planId, visit, () => this.plans.approve(planId, body.hash ?? undefined, visit));
  }

  @Post(':planId/reject')
  @HttpCode(200)
  @Describes({
    name: 'rejectPlan',
    needs: 'write',
    summary: 'No: drop the plan',
    body: RejectRequest,
    reply: 'DecisionReply',
    errors: 'all',
    stream: true,
  })
  reject(@Param('planId') planId: string, @Body() body: RejectRequest, @AVisit() visit: Visit): Promise<unknown> {
    return this.answer(planId, visit, () => this.plans.reject(planId, body.reason ?? undefined, visit));
  }

  @Post(':planId/undo')
  @HttpCode(200)
  @Describes({
    name: 'undoPlan',
    needs: 'approve',
    summary: 'Put back what the plan did',
    words: 'At once, unless something changed since: then the answer is `needs_approval` with the plan of the undoing.',
    body: UndoPlanRequest,
    reply: 'DecisionReply',
    errors: 'all',
    stream: true,
  })
  undo(@Param('planId') planId: string, @Body() body: UndoPlanRequest, @AVisit() visit: Visit): Promise<unknown> {
    return this.answer(planId, visit, () => this.plans.undo(planId, body.conversationId ?? undefined, visit));
  }

  /** Steps of the resumed request and progress of the commit go to whoever streams this answer. */
  private async answer(planId: string, visit: Visit, open: () => Promise<Opened>): Promise<unknown> {
    requirePlanId(planId);
    return this.answering.answer(visit, await open());
  }
}
