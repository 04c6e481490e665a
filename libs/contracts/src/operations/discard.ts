import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { PlanIdSchema } from '../plan.js';

export const discard = defineOperation({
  name: 'discard',
  effect: 'decide',
  words:
    'Drop an open plan, or stop one that is being carried out: what it did so far stays and can be undone; its receipt says how far it got.',
  request: z.strictObject({ planId: PlanIdSchema }).meta({ id: 'DiscardRequest' }),
  reply: z
    .strictObject({
      planId: PlanIdSchema,
      discarded: z.boolean(),
      stopping: z.boolean().optional().describe('It runs, and ends with a receipt of what it did so far'),
    })
    .meta({ id: 'DiscardReply' }),
});
