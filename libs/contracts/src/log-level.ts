import { z } from 'zod';

/** How much every process tells of itself, least first. */
const LEVELS = ['error', 'warn', 'log', 'debug'] as const;
export type LogLevel = (typeof LEVELS)[number];

/** What other programs call them: people have them in their environment. */
const ALSO: Readonly<Record<string, LogLevel>> = {
  fatal: 'error',
  warning: 'warn',
  info: 'log',
  notice: 'log',
  verbose: 'debug',
  trace: 'debug',
};

const SENTENCE = 'use error, warn, log (or info) or debug';

/** `LOG_LEVEL`, in capitals or not. */
export const LogLevelSchema = z
  .string()
  .toLowerCase()
  .transform((given) => ALSO[given] ?? given)
  .pipe(z.enum(LEVELS, { error: SENTENCE }))
  .default('log');
