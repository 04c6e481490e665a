import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { PlanSchema } from '../plan.js';
import { bulkRequest } from './move.js';

export const copy = defineOperation({
  name: 'copy',
  effect: 'write',
  words: 'Plan copying one entry, or every selected entry of a folder, to another folder. Changes nothing yet.',
  request: z.strictObject(bulkRequest).meta({ id: 'CopyRequest' }),
  reply: PlanSchema,
});
