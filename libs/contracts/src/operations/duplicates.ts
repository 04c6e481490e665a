import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { CURSOR_PATTERN } from '../patterns.js';
import { LocationSchema, SelectSchema } from '../selection.js';

export const duplicates = defineOperation({
  name: 'duplicates',
  effect: 'read',
  words: 'Files with the same content below a folder, largest waste first.',
  request: z
    .strictObject({
      in: LocationSchema,
      select: SelectSchema.optional(),
      limit: z.number().int().min(1).max(500).optional().describe('Sets per page. Default 50'),
      cursor: z.string().max(2000).regex(CURSOR_PATTERN).optional(),
    })
    .meta({ id: 'DuplicatesRequest' }),
  reply: z
    .strictObject({
      in: z.string(),
      sets: z.array(
        z.strictObject({
          size: z.number().int().nonnegative(),
          hash: z.string(),
          copies: z.number().int(),
          locations: z.array(z.string()).max(100),
        }),
      ),
      totals: z.strictObject({
        sets: z.number().int(),
        files: z.number().int().describe('Copies beyond the first of each set'),
        bytes: z.number().int().describe('What those copies take'),
      }),
      truncated: z.boolean(),
      cursor: z.string().optional(),
    })
    .meta({ id: 'DuplicatesReply' }),
});
