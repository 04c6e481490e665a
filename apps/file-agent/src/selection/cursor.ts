import { createHash } from 'node:crypto';
import { OrdenaError } from '#contracts/errors';

/** A cursor is opaque to whoever holds it and bound to the question it came from. */

const fingerprint = (question: unknown): string =>
  createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 11);

export const encodeCursor = (question: unknown, position: unknown): string =>
  Buffer.from(JSON.stringify([fingerprint(question), position])).toString('base64url');

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (cause) {
    throw new OrdenaError('BAD_REQUEST', 'That cursor is not one of ours; start again without it.', { cause });
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
  throw new OrdenaError('BAD_REQUEST', 'That cursor belongs to another question; start again without it.');
};
