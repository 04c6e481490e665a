import { createPublicKey, sign, verify } from 'node:crypto';
import { fromPublic, fromSeed } from '@nats-io/nkeys';
import { z } from 'zod';
import { claimsIn, fromBase32, privateKeyOf } from './user-key.js';

/** What one process says in writing and another checks, with the keys they have on the bus: Ed25519, base64url. */

export type Sign = (text: string) => string;

/** `seed`: of an nkey, `SU…`. */
export const signerFrom = (seed: string): Sign => {
  const key = privateKeyOf(seed);
  return (text) => sign(null, Buffer.from(text), key).toString('base64url');
};

export const publicKeyOf = (seed: string): string => fromSeed(Buffer.from(seed)).getPublicKey();

/** What an Ed25519 public key in DER begins with, before its 32 bytes (RFC 8410). */
const KEY_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
/** Before the 32 bytes an nkey says what it is of; behind them is a checksum. */
const [FIRST, LAST] = [1, 33];

/** `publicKey`: an nkey, `U…`. */
export const isSignedBy = (publicKey: string, text: string, signature: string): boolean => {
  fromPublic(publicKey); // throws when it is damaged
  const der = Buffer.concat([KEY_HEAD, fromBase32(publicKey).subarray(FIRST, LAST)]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
};

const ClaimsSchema = z.object({ nats: z.object({ tags: z.array(z.string()).default([]) }) });

/** The tags of a user JWT that this process holds as its own. */
export const tagsIn = (jwt: string): string[] => ClaimsSchema.parse(claimsIn(jwt)).nats.tags;
