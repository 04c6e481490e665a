import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { CURSOR_PATTERN } from '../patterns.js';
import { PlanEntrySchema, PlanIdSchema, PlanSchema, ReceiptSchema } from '../plan.js';

export const plan = defineOperation({
  name: 'plan',
  effect: 'read',
  words: 'One plan by id, with its exact entries page by page, and its receipt once it ran.',
  request: z
    .strictObject({
      planId: PlanIdSchema,
      limit: z.number().int().min(0).max(1000).optional().describe('Entries per page. Default 100'),
      cursor: z.string().max(200).regex(CURSOR_PATTERN).optional(),
    })
    .meta({ id: 'PlanRequest' }),
  reply: z
    .strictObject({
      plan: PlanSchema,
      state: z.enum(['open', 'running', 'committed', 'discarded', 'expired']),
      receipt: ReceiptSchema.optional(),
      entries: z.array(PlanEntrySchema),
      truncated: z.boolean(),
      cursor: z.string().optional(),
    })
    .meta({ id: 'PlanReply' }),
});
