import type { KeyPair } from '@nats-io/nkeys';
import { createPrivateKey, sign, type KeyObject } from 'node:crypto';

/** An nkey whose signatures Node makes: 0.1 ms, where the package's own JavaScript takes 10 ms, and a start makes a dozen. */
export const quick = (pair: KeyPair): KeyPair => {
  const publicKey = pair.getPublicKey();
  const key = ed25519From(pair.getSeed());
  return {
    getPublicKey: () => publicKey,
    getPrivateKey: () => pair.getPrivateKey(),
    getSeed: () => pair.getSeed(),
    sign: (input) => new Uint8Array(sign(null, input, key)),
    verify: (input, signature) => pair.verify(input, signature),
    clear: () => pair.clear(),
    seal: (input, recipient, nonce) => pair.seal(input, recipient, nonce),
    open: (input, sender) => pair.open(input, sender),
  };
};

/** PKCS #8 around an Ed25519 seed of 32 bytes (RFC 8410, section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
/** Two bytes of kind before the seed, two of checksum behind it. */
const SEED = [2, 34] as const;

const ed25519From = (encoded: Uint8Array): KeyObject => {
  const seed = fromBase32(new TextDecoder().decode(encoded)).subarray(...SEED);
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, without padding. */
const fromBase32 = (text: string): Buffer => {
  const bits = Array.from(text, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
};
