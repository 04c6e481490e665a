import { z } from 'zod';
import { EntrySchema, ListTotalsSchema } from '../entry.js';
import { defineOperation } from '../operation.js';
import { CURSOR_PATTERN } from '../patterns.js';
import { LocationSchema, SelectSchema } from '../selection.js';

export const find = defineOperation({
  name: 'find',
  effect: 'read',
  words:
    'List, search, count or measure what is in a folder, by name, kind, category, date, size or text. ' +
    'Totals cover all selected, a page some of it.',
  request: z
    .strictObject({
      in: LocationSchema,
      select: SelectSchema.optional(),
      sort: z.enum(['name', 'size', 'modified', 'disk']).optional().describe('disk: as found, totals so far'),
      order: z.enum(['asc', 'desc']).optional(),
      limit: z.number().int().min(0).max(1000).optional().describe('Per page. Default 100; 0 = totals only'),
      cursor: z.string().max(2000).regex(CURSOR_PATTERN).optional().describe('From the page before'),
    })
    .meta({ id: 'FindRequest' }),
  reply: z
    .strictObject({
      in: z.string(),
      entries: z.array(EntrySchema),
      totals: ListTotalsSchema,
      truncated: z.boolean(),
      cursor: z.string().optional(),
      left: z.array(z.string()).optional().describe('Folders that could not be looked into'),
    })
    .meta({ id: 'FindReply' }),
});
