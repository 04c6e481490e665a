import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { PlanIdSchema } from '../plan.js';

export const discard = defineOperation({
  name: 'discard',
  effect: 'decide',
  words: 'Drop an open plan. Nothing on the disk changes.',
  request: z.strictObject({ planId: PlanIdSchema }).meta({ id: 'DiscardRequest' }),
  reply: z.strictObject({ planId: PlanIdSchema, discarded: z.boolean() }).meta({ id: 'DiscardReply' }),
});
