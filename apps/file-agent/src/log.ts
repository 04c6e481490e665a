import type { OrdenaError } from '#contracts/errors';
import type { LogLevel } from '#contracts/log-level';

const LEVELS: readonly LogLevel[] = ['debug', 'log', 'warn', 'error'];

/** Writes one JSON line per thing worth knowing to standard error, in the shape of the other processes' logs. */
export type Log = (level: LogLevel, message: object) => void;

export const logFrom =
  (least: LogLevel): Log =>
  (level, message) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
    process.stderr.write(`${JSON.stringify({ level, pid: process.pid, timestamp: Date.now(), message })}\n`);
  };

/** What a request ended with; the stack only of what we did not foresee. */
export const logRefusal = (log: Log, error: OrdenaError, subject: string): void => {
  const { code, cause } = error;
  if (code !== 'INTERNAL') return log('debug', { subject, code });
  const stack = cause instanceof Error ? cause.stack : error.stack;
  log('error', { subject, code, cause: String(cause), stack });
};
