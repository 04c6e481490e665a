import { createHash } from 'node:crypto';
import type { OrdenaError } from '#contracts/errors';
import { issue, refused } from '#contracts/issues';

/** A cursor is opaque to whoever holds it and bound to the question it came from. */

const fingerprint = (question: unknown): string =>
  createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 11);

export const encodeCursor = (question: unknown, position: unknown): string =>
  Buffer.from(JSON.stringify([fingerprint(question), position])).toString('base64url');

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (cause) {
    throw foreign(cause);
  }
};

/** The position that `encodeCursor` was given, once `isPosition` agrees with its shape. */
export const decodeCursor = <Position>(
  cursor: string,
  question: unknown,
  isPosition: (value: unknown) => value is Position,
): Position => {
  const value = parsed(cursor);
  if (Array.isArray(value) && value[0] === fingerprint(question) && isPosition(value[1])) return value[1];
  throw foreign();
};

const foreign = (cause?: unknown): OrdenaError => refused('BAD_VALUE', [issue('cursor', 'cursor')], cause);
