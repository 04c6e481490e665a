import type { z } from 'zod';
import { issuesOf, refused } from '#contracts/issues';

/** Checks what came in against a zod schema; the issues name the fields. */
export const checked = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  code: 'BAD_REQUEST' | 'BAD_VALUE' = 'BAD_REQUEST',
): z.output<Schema> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw refused(code, issuesOf(result.error, value));
};
