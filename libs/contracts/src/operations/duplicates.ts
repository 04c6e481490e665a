import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { CURSOR_PATTERN } from '../patterns.js';
import { LocationSchema, SelectSchema } from '../selection.js';

/** With `with`, only `in` is selected from: a copy in the other folder may be called and dated as it likes. */
export const duplicates = defineOperation({
  name: 'duplicates',
  effect: 'read',
  words: 'Files with the same content below a folder, largest waste first.',
  request: z
    .strictObject({
      in: LocationSchema,
      select: SelectSchema.optional(),
      with: LocationSchema.optional().describe('Another folder: only what it has as well'),
      limit: z.number().int().min(1).max(500).optional().describe('Default 50'),
      cursor: z.string().max(2000).regex(CURSOR_PATTERN).optional(),
    })
    .meta({ id: 'DuplicatesRequest' }),
  reply: z
    .strictObject({
      in: z.string(),
      with: z.string().optional(),
      sets: z.array(
        z.strictObject({
          size: z.number().int().nonnegative(),
          hash: z.string(),
          copies: z.number().int().describe('All files of this content, also those not listed'),
          locations: z.array(z.string()).max(100).describe('Below `in`'),
          with: z.array(z.string()).max(100).optional().describe('Below `with`, where it was given: at least one'),
        }),
      ),
      totals: z.strictObject({
        sets: z.number().int(),
        files: z.number().int().describe('Copies beyond the first of each set; with `with`, those below `in`'),
        bytes: z.number().int().describe('What those copies take'),
      }),
      truncated: z.boolean(),
      cursor: z.string().optional(),
    })
    .meta({ id: 'DuplicatesReply' }),
});
