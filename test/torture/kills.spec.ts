import { expect, it } from '@jest/globals';
import { growth } from './growth.js';
import { killSweep } from './kills.js';

it('a killed agent loses nothing, and its plan is undone exactly', async () => {
  for (const verdict of [await killSweep(600, 4, 120), await killSweep(10_000, 1, 900)]) {
    expect(verdict.violations).toEqual([]);
  }
}, 240_000);

it('an entry costs as much in a large plan as in a small one', () => {
  expect(growth(1_000, 10_000, '/dev/shm').violations).toEqual([]);
}, 240_000);
