import { createPrivateKey, sign, type KeyObject } from 'node:crypto';
import { fromSeed } from '@nats-io/nkeys';
import type { Authenticator } from '@nats-io/transport-node';

/** Who a process is on the bus: what was signed about it, and the seed of the key that proves it. */
export interface UserKey {
  readonly jwt: string;
  /** `SU…`, as all NATS tools write it. */
  readonly seed: string;
}

const [JWT, SEED] = [/NATS USER JWT-+\s+(\S+)/, /USER NKEY SEED-+\s+(\S+)/];

/** From the text of a `.creds` file; undefined when it holds no JWT. */
export const userKeyIn = (creds: string): UserKey | undefined => {
  const [jwt, seed] = [JWT.exec(creds)?.[1], SEED.exec(creds)?.[1]];
  return jwt === undefined || seed === undefined ? undefined : { jwt, seed };
};

/** What a JWT says, by nobody's word but its own: the signature is not looked at. */
export const claimsIn = (jwt: string): unknown =>
  JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());

/**
 * Answers the server's challenge as the client's own authenticator does, byte for byte, but in native code: in JavaScript
 * that takes a fifth of an agent's start, and as long at each reconnect. `current` is asked each time, as JWTs are renewed.
 */
export const proving = (current: () => UserKey): Authenticator => {
  let known: { readonly seed: string; readonly key: KeyObject } | undefined;
  return (nonce = '') => {
    const { jwt, seed } = current();
    if (known?.seed !== seed) known = { seed, key: privateKeyOf(seed) };
    return { jwt, sig: sign(null, Buffer.from(nonce), known.key).toString('base64') };
  };
};

/** What a PKCS #8 Ed25519 key begins with, before its 32 bytes (RFC 8410). */
const KEY_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
/** Before the 32 bytes a seed says what it is of; behind them is a checksum. */
const [FIRST, LAST] = [2, 34];

export const privateKeyOf = (seed: string): KeyObject => {
  fromSeed(Buffer.from(seed)); // throws when it is damaged
  const key = Buffer.concat([KEY_HEAD, fromBase32(seed).subarray(FIRST, LAST)]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const [LETTER_BITS, BYTE_BITS] = [5, 8];

export const fromBase32 = (text: string): Buffer => {
  const letters = Array.from(text, (letter) => LETTERS.indexOf(letter).toString(2).padStart(LETTER_BITS, '0'));
  const bits = letters.join('');
  const bytes = Math.floor(bits.length / BYTE_BITS);
  return Buffer.from(
    Array.from({ length: bytes }, (_, at) => parseInt(bits.slice(at * BYTE_BITS, (at + 1) * BYTE_BITS), 2)),
  );
};
