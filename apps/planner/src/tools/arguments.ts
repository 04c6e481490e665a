import type { z } from 'zod';
import { OrdenaError } from '#contracts/errors';
import type { ToolCall } from '../model/port.js';
import { withoutNulls } from './strict-schema.js';

/** What a model wrote as arguments: an object, or an error that says how to call again. */
export const argumentsOf = (call: ToolCall): Record<string, unknown> => {
  const parsed = parse(call.arguments);
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  throw new OrdenaError('BAD_REQUEST', 'The arguments must be one whole JSON object. Send the call again, complete.');
};

/** Nulls count as left out; one line per field that does not fit. */
export const checkedArguments = <Schema extends z.ZodType>(schema: Schema, args: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(withoutNulls(args));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues
    .slice(0, 8)
    .map((issue) => `${issue.path.join('.') || 'request'}: ${issue.message}`);
  throw new OrdenaError('BAD_REQUEST', 'Some arguments do not fit. Correct them and call again.', {
    details: { issues },
  });
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
