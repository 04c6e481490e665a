import { expect, it } from '@jest/globals';
import { readEnv } from './env.js';

it.each(['*', '>', 'hb', 'enrolments', 'PC1', 'a.b', '../x', 'a'.repeat(33)])(
  '%j is no name for this PC: nothing is signed for it',
  (ORDENA_MACHINE) => expect(() => readEnv({ ORDENA_MACHINE })).toThrow(/cannot be a machine's name/),
);

it('takes the name it is given, else one made from that of the PC', () => {
  expect(readEnv({ ORDENA_MACHINE: 'oficina' }).machine).toBe('oficina');
  expect(readEnv({}).machine).toMatch(/^[a-z0-9][a-z0-9-]{0,31}$/);
});
