import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { CURSOR_PATTERN } from '../patterns.js';
import { ReceiptSchema } from '../plan.js';

export const history = defineOperation({
  name: 'history',
  effect: 'read',
  words: 'What was done on this machine, newest first: one receipt per committed plan, and whether it can be undone.',
  request: z
    .strictObject({
      limit: z.number().int().min(1).max(200).optional().describe('Default 20'),
      cursor: z.string().max(200).regex(CURSOR_PATTERN).optional(),
    })
    .meta({ id: 'HistoryRequest' }),
  reply: z
    .strictObject({
      receipts: z.array(ReceiptSchema.extend({ undoneBy: z.string().optional() }).meta({ id: 'HistoryReceipt' })),
      truncated: z.boolean(),
      cursor: z.string().optional(),
    })
    .meta({ id: 'HistoryReply' }),
});
