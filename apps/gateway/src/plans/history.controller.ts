import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { HistoryPage } from '#contracts/http/views';
import { MachineIdSchema } from '#contracts/machine';
import { CURSOR_PATTERN } from '#contracts/patterns';
import { Describes } from '../docs/describes.js';
import { checked } from '../http/check.js';
import { AVisit, type Visit } from '../http/visit.js';
import { HistoryService } from './history.service.js';

const HistoryQuerySchema = z.strictObject({
  machine: MachineIdSchema.optional().describe('Only this one. Default: all'),
  limit: z.coerce.number().int().min(1).max(200).optional().describe('Default 20'),
  cursor: z.string().max(10_000).regex(CURSOR_PATTERN).optional().describe('From the page before'),
});

@ApiTags('plans')
@Controller('v1/history')
export class HistoryController {
  constructor(@Inject(HistoryService) private readonly history: HistoryService) {}

  @Get()
  @Describes({
    name: 'listHistory',
    needs: 'read',
    summary: 'What was done on all PCs, newest first',
    query: HistoryQuerySchema,
    reply: 'HistoryPage',
    errors: 'all',
  })
  page(@Query() query: unknown, @AVisit() { caller }: Visit): Promise<HistoryPage> {
    return this.history.page(caller, checked(HistoryQuerySchema, query));
  }
}
