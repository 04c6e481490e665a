import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { PlanSchema } from '../plan.js';
import { LocationSchema } from '../selection.js';

export const write = defineOperation({
  name: 'write',
  effect: 'write',
  words:
    'Plan writing a text file: create it, replace its text, or append. The old version goes to the trash. Changes nothing yet.',
  request: z
    .strictObject({
      file: LocationSchema,
      text: z.string().max(400_000),
      mode: z.enum(['create', 'replace', 'append']).optional().describe('Default: create'),
    })
    .meta({ id: 'WriteRequest' }),
  reply: PlanSchema,
});
