import { createAccount, createOperator, createUser, fromPublic } from '@nats-io/nkeys';
import { expect, it } from '@jest/globals';
import { quick } from './quick-key.js';

it.each([
  ['operator', createOperator],
  ['account', createAccount],
  ['user', createUser],
])('a quick key of an %s is the same key, and what it signs holds for the package’s own check', (_, create) => {
  const slow = create();
  const fast = quick(slow);
  expect(fast.getPublicKey()).toBe(slow.getPublicKey());
  const words = new TextEncoder().encode('words');
  expect(fromPublic(slow.getPublicKey()).verify(words, fast.sign(words))).toBe(true);
});
