import { expect, it } from '@jest/globals';
import { million } from './million.js';

it('counts, lists, moves, undoes and trashes twenty thousand entries within 200 MB, as it does a million', async () => {
  const verdict = await million(20_000);
  expect(verdict.violations).toEqual([]);
  expect(verdict.cases).toBe(20_000);
}, 240_000);
