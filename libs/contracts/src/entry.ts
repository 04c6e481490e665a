import { z } from 'zod';
import { CategorySchema } from './selection.js';

/** One thing in a folder, as it is now. `special`: sockets, pipes, devices; listed and nothing else. */
export const EntrySchema = z
  .strictObject({
    location: z.string(),
    name: z.string().describe('Control and look-alike characters are shown escaped'),
    kind: z.enum(['file', 'folder', 'link', 'special']),
    size: z.number().int().nonnegative().describe('Bytes'),
    modified: z.string().describe('ISO 8601'),
    category: CategorySchema.optional(),
    hidden: z.boolean().optional(),
    id: z.string().optional().describe('Only where the name is not valid text: use the location as given'),
  })
  .meta({ id: 'Entry' });

const TotalsSchema = z
  .strictObject({
    entries: z.number().int().nonnegative(),
    files: z.number().int().nonnegative(),
    folders: z.number().int().nonnegative(),
    bytes: z.number().int().nonnegative(),
  })
  .meta({ id: 'Totals' });

/** Of a list: sizes are summed up only where that keeps nobody waiting. */
export const ListTotalsSchema = TotalsSchema.extend({
  bytes: TotalsSchema.shape.bytes.optional().describe('Missing in lists of thousands; limit 0 measures them all'),
}).meta({ id: 'ListTotals' });

export type Entry = z.infer<typeof EntrySchema>;
export type ListTotals = z.infer<typeof ListTotalsSchema>;
