import type { KeyPair } from '@nats-io/nkeys';
import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';

/**
 * An nkey whose arithmetic Node does: 0.1 ms for what takes the package's own JavaScript 6 to 10 ms, and a start makes a
 * dozen keys and signatures. The form of a key: github.com/nats-io/nkeys, strkey.go.
 */
export const quick = (pair: KeyPair): KeyPair => {
  const raw = fromBase32(new TextDecoder().decode(pair.getSeed()));
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, raw.subarray(2, 34)]), format: 'der', type: 'pkcs8' });
  const publicKey = publicOf(key, ((raw[0]! & 7) << 5) | (raw[1]! >> 3));
  return {
    getPublicKey: () => publicKey,
    // Asked for only to see whether there is one, and slow to make.
    getPrivateKey: () => pair.getSeed(),
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

/** Kind, key, checksum. */
const publicOf = (key: KeyObject, kind: number): string => {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const payload = Buffer.concat([Buffer.from([kind]), Buffer.from(x, 'base64url')]);
  const checksum = Buffer.alloc(2);
  checksum.writeUInt16LE(crc16(payload));
  return toBase32(Buffer.concat([payload, checksum]));
};

/** CRC-16/XMODEM. */
const crc16 = (bytes: Buffer): number => {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc;
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, without padding. */
const fromBase32 = (text: string): Buffer => {
  const bits = Array.from(text, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
};

const toBase32 = (bytes: Buffer): string => {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[parseInt(five.padEnd(5, '0'), 2)]).join('');
};
