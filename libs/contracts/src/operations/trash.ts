import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { PlanSchema } from '../plan.js';
import { LocationSchema, SelectSchema } from '../selection.js';

export const trash = defineOperation({
  name: 'trash',
  effect: 'write',
  words:
    'Plan putting one entry, or every selected entry of a folder, into the trash. Changes nothing yet; nothing is ever destroyed.',
  request: z.strictObject({ from: LocationSchema, select: SelectSchema.optional() }).meta({ id: 'TrashRequest' }),
  reply: PlanSchema,
});
