import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { MachineIdSchema } from '#contracts/machine';
import { checked } from '../http/check.js';
import { Needs, Who, type Caller } from '../who/caller.js';
import { HistoryService, type HistoryPage } from './history.service.js';

export const HistoryQuerySchema = z.strictObject({
  machine: MachineIdSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(10_000).optional(),
});

@Controller('v1/history')
@Needs('read')
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Get()
  page(@Query() query: unknown, @Who() caller: Caller): Promise<HistoryPage> {
    return this.history.page(caller, checked(HistoryQuerySchema, query));
  }
}
