import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { PlanSchema } from '../plan.js';
import { LocationSchema, OnConflictSchema, SelectSchema } from '../selection.js';

/**
 * Where entries go: a location, with placeholders filled per entry. The last part is a folder, unless it holds
 * `{name}`, `{stem}`, `{ext}` or `{n}`: then it is the new name itself. Missing folders are made.
 */
export const DestinationSchema = z
  .string()
  .min(1)
  .max(4096)
  .describe(
    'A folder such as "documents/2025" (made if missing). Placeholders per entry: {yyyy} {mm} {dd} {category} {ext} ' +
      '{relpath} {parent}; {category:es} or {category:en} names the folder in that language (Imágenes, Images); ' +
      'with {name}, {stem}, {ext} or {n} in the last part, that part is the new name',
  );

export const bulkRequest = {
  from: LocationSchema.describe(
    'A folder whose selected entries are meant, or one file or folder when select is left out',
  ),
  select: SelectSchema.optional(),
  to: DestinationSchema,
  onConflict: OnConflictSchema.optional(),
};

export const move = defineOperation({
  name: 'move',
  effect: 'write',
  words: 'Plan moving one entry, or every selected entry of a folder, to another folder. Changes nothing yet.',
  request: z.strictObject(bulkRequest).meta({ id: 'MoveRequest' }),
  reply: PlanSchema,
});
