import { describe, expect, it } from '@jest/globals';
import { createUser, fromPublic } from '@nats-io/nkeys';
import { jwtAuthenticator, type Authenticator } from '@nats-io/transport-node';
import { proving, userKeyIn, type UserKey } from './user-key.js';

const NONCE = 'nonce-of-the-server-0123456789';
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

const newKey = (): { key: UserKey; publicKey: string } => {
  const pair = createUser();
  return { key: { jwt: 'a.b.c', seed: text(pair.getSeed()) }, publicKey: pair.getPublicKey() };
};

const answerOf = (authenticator: Authenticator, nonce?: string): { jwt?: string; sig?: string } =>
  authenticator(nonce) as { jwt?: string; sig?: string };

describe('the key of a user of the bus', () => {
  it('proves itself byte for byte as the client of NATS does, whatever the key', () => {
    for (let turn = 0; turn < 8; turn += 1) {
      const { key } = newKey();
      const ours = proving(() => key)(NONCE);
      const { jwt, sig } = answerOf(jwtAuthenticator(key.jwt, Buffer.from(key.seed)), NONCE);
      expect(ours).toEqual({ jwt, sig });
    }
  });

  it('shows what is current, also when everything changed since', () => {
    const [first, second] = [newKey(), newKey()];
    let current = first.key;
    const authenticator = proving(() => current);
    answerOf(authenticator, NONCE);
    current = { ...second.key, jwt: 'd.e.f' };
    const { jwt, sig = '' } = answerOf(authenticator, NONCE);
    expect(jwt).toBe('d.e.f');
    expect(fromPublic(second.publicKey).verify(Buffer.from(NONCE), Buffer.from(sig, 'base64'))).toBe(true);
  });

  it('refuses a damaged seed before anything is said', () => {
    const { seed } = newKey().key;
    const damaged = `${seed.slice(0, 20)}${seed[20] === 'A' ? 'B' : 'A'}${seed.slice(21)}`;
    expect(() =>
      answerOf(
        proving(() => ({ jwt: 'a.b.c', seed: damaged })),
        NONCE,
      ),
    ).toThrow();
  });

  it('is read from a file of the form all NATS tools write; a bare seed is none', () => {
    const { jwt, seed } = newKey().key;
    const creds = `-----BEGIN NATS USER JWT-----\n${jwt}\n------END NATS USER JWT------\n\n-----BEGIN USER NKEY SEED-----\n${seed}\n------END USER NKEY SEED------\n`;
    expect(userKeyIn(creds)).toEqual({ jwt, seed });
    expect(userKeyIn(creds.replaceAll('\n', '\r\n'))).toEqual({ jwt, seed });
    expect(userKeyIn(`${seed}\n`)).toBeUndefined();
  });
});
