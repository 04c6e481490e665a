import { expect, it } from '@jest/globals';
import { million } from './million.js';

it('counts, lists, moves, undoes and trashes ten thousand entries within 200 MB, as it does a million', async () => {
  const verdict = await million(10_000);
  expect(verdict.violations).toEqual([]);
  expect(verdict.cases).toBe(10_000);
}, 240_000);
