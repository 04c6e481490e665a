import { expect, it } from '@jest/globals';
import { purgeSweep } from './purge-sweep.js';

it('a death in the middle of a purge loses nothing young and keeps nothing old', () => {
  const verdict = purgeSweep(1);
  expect(verdict.violations).toEqual([]);
  expect(verdict.cases).toBeGreaterThan(15);
}, 240_000);
