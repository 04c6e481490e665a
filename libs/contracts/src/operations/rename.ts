import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { PlanSchema } from '../plan.js';
import { LocationSchema, OnConflictSchema, SelectSchema } from '../selection.js';

const WHAT_CHANGES = ['to', 'replace', 'case'];

export const rename = defineOperation({
  name: 'rename',
  effect: 'write',
  words:
    'Plan giving new names to one entry, or to every selected entry of a folder, where they are. Changes nothing yet.',
  request: z
    .strictObject({
      from: LocationSchema,
      select: SelectSchema.optional(),
      to: z
        .string()
        .min(1)
        .max(255)
        .optional()
        .describe(
          'New name; {stem} {ext} {n} {yyyy} {mm} {dd} {parent} are filled. Without an extension the old one stays',
        ),
      replace: z
        .strictObject({ find: z.string().min(1).max(255), with: z.string().max(255) })
        .optional()
        .describe('Replace this text inside the names'),
      case: z.enum(['lower', 'upper', 'title']).optional(),
      onConflict: OnConflictSchema.optional(),
    })
    .refine((r) => r.to !== undefined || r.replace !== undefined || r.case !== undefined, {
      error: 'to, replace or case is needed',
      params: { kind: 'needs', accepted: WHAT_CHANGES },
    })
    .meta({ id: 'RenameRequest', anyOf: WHAT_CHANGES.map((field) => ({ required: [field] })) }),
  reply: PlanSchema,
});
