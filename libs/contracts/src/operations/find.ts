import { z } from 'zod';
import { EntrySchema, ListTotalsSchema } from '../entry.js';
import { defineOperation } from '../operation.js';
import { LocationSchema, SelectSchema } from '../selection.js';

export const find = defineOperation({
  name: 'find',
  effect: 'read',
  words:
    'List, search, count or measure what is in a folder: filter by name, kind, category, date, size or text, sort, page. ' +
    'Totals cover everything selected, the page only some of it.',
  request: z
    .strictObject({
      in: LocationSchema,
      select: SelectSchema.optional(),
      sort: z
        .enum(['name', 'size', 'modified', 'disk'])
        .optional()
        .describe('Default: name. disk: in no order, at once; its totals count only the pages so far'),
      order: z.enum(['asc', 'desc']).optional(),
      limit: z.number().int().min(0).max(1000).optional().describe('Entries per page. Default 100; 0 = totals only'),
      cursor: z.string().max(2000).optional().describe('From the page before'),
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
