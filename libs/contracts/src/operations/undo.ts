import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { PlanIdSchema, PlanSchema } from '../plan.js';
import { LocationSchema } from '../selection.js';

export const undo = defineOperation({
  name: 'undo',
  effect: 'write',
  words:
    'Plan putting back what a committed plan did; without an id, the newest one that can be undone. Changes nothing yet.',
  request: z
    .strictObject({
      planId: PlanIdSchema.optional(),
      only: z
        .array(LocationSchema)
        .min(1)
        .max(100)
        .optional()
        .describe('Of `planId` only what was at these places before it'),
    })
    .meta({ id: 'UndoRequest' }),
  reply: PlanSchema,
});
