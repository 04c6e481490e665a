import type { z } from 'zod';
import { issuesOf, refused } from '#contracts/issues';

/** Checks what came in against a zod schema; the issues name the fields. */
export const checked = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw refused('BAD_REQUEST', issuesOf(result.error, value));
};
