import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Compares hashes, so that neither length nor content shows in the time it takes. */
export const sameSecret = (given: string, expected: Buffer): boolean => timingSafeEqual(hashOf(given), expected);

/** 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
