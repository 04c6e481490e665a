import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { PlanSchema } from '../plan.js';
import { LocationSchema } from '../selection.js';

export const createFolder = defineOperation({
  name: 'create-folder',
  effect: 'write',
  words: 'Plan making a folder, with those above it that are missing. Changes nothing yet.',
  request: z.strictObject({ folder: LocationSchema }).meta({ id: 'CreateFolderRequest' }),
  reply: PlanSchema,
});
