import { z } from 'zod';
import { DATE_PATTERN } from './patterns.js';

/** A string naming something in a place: `desktop/luyd/a.txt`, `escritorio/luyd`, or an absolute path inside a place. */
export const LocationSchema = z.string().min(1).max(4096).describe('A location such as "desktop/reports/a.txt"');

export const CATEGORIES = [
  'image',
  'video',
  'audio',
  'document',
  'spreadsheet',
  'presentation',
  'pdf',
  'archive',
  'installer',
  'code',
  'other',
] as const;

export const CategorySchema = z.enum(CATEGORIES);

const InstantSchema = z.string().regex(DATE_PATTERN).describe('ISO 8601 date or date-time');

/** Which entries. Everything given must hold; left out means "no matter", but `kind` defaults to files only. */
export const SelectSchema = z
  .strictObject({
    kind: z.enum(['file', 'folder', 'any']).optional().describe('Default: file'),
    names: z.array(z.string().max(255)).max(100).optional().describe('Globs; case and accents do not matter'),
    exclude: z.array(z.string().max(255)).max(100).optional().describe('Globs of names left out'),
    category: z.array(CategorySchema).max(11).optional(),
    modified: z.strictObject({ from: InstantSchema.optional(), to: InstantSchema.optional() }).optional(),
    size: z
      .strictObject({ min: z.number().nonnegative().optional(), max: z.number().nonnegative().optional() })
      .optional()
      .describe('Bytes, inclusive'),
    text: z.string().min(1).max(1000).optional().describe('Files whose text contains this'),
    hidden: z.boolean().optional().describe('Also hidden and system entries'),
    empty: z.boolean().optional().describe('Only empty files or folders'),
    depth: z.number().int().min(1).max(64).optional().describe('1 = directly inside (default), 64 = all below'),
  })
  .meta({ id: 'Select' });

/** What to do when the new name is taken. Default: `fail` for one entry, `number` in bulk. */
export const OnConflictSchema = z.enum(['fail', 'number', 'skip', 'trash-existing']).meta({ id: 'OnConflict' });

export type Select = z.infer<typeof SelectSchema>;
export type Category = z.infer<typeof CategorySchema>;
export type OnConflict = z.infer<typeof OnConflictSchema>;
