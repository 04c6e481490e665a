import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { LocationSchema } from '../selection.js';

export const read = defineOperation({
  name: 'read',
  effect: 'read',
  words: 'Read a file, or a range of it, as text (default) or as bytes in base64.',
  request: z
    .strictObject({
      file: LocationSchema,
      as: z.enum(['text', 'bytes']).optional(),
      offset: z.number().int().nonnegative().optional().describe('Bytes from the start'),
      length: z.number().int().min(1).max(524_288).optional().describe('Bytes. Default 65536'),
    })
    .meta({ id: 'ReadRequest' }),
  reply: z
    .strictObject({
      file: z.string(),
      size: z.number().int().nonnegative(),
      modified: z.string(),
      offset: z.number().int().nonnegative(),
      length: z.number().int().nonnegative(),
      encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'latin1', 'base64']),
      text: z.string().optional(),
      bytes: z.string().optional(),
      more: z.boolean(),
    })
    .meta({ id: 'ReadReply' }),
});
