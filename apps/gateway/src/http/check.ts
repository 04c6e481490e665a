import type { z } from 'zod';
import { OrdenaError } from '#contracts/errors';

const MAX_ISSUES = 20;

/** Checks what came in against a zod schema; the issues name the fields. */
export const checked = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues
    .slice(0, MAX_ISSUES)
    .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new OrdenaError('BAD_REQUEST', `That request does not fit: ${issues.join('; ')}.`, { details: { issues } });
};
