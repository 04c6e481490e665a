import { expect, it } from '@jest/globals';
import { tamperSweep } from './journal-tampering.js';

it('a history changed in any way switches changes off', () => {
  expect(tamperSweep(400).violations).toEqual([]);
}, 60_000);
