import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { PlanIdSchema, PlanSchema } from '../plan.js';

export const undo = defineOperation({
  name: 'undo',
  effect: 'write',
  words:
    'Plan putting back what a committed plan did; without an id, the newest one that can be undone. Changes nothing yet.',
  request: z.strictObject({ planId: PlanIdSchema.optional() }).meta({ id: 'UndoRequest' }),
  reply: PlanSchema,
});
