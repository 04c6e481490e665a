import { expect, it } from '@jest/globals';
import { sourceSaves, targetSaves } from './saves.js';
import type { Verdict } from './verdict.js';

const expectNothingLost = (verdict: Verdict): void => {
  expect(verdict.violations).toEqual([]);
  expect(verdict.cases).toBeGreaterThan(0);
  expect(verdict.control!.violations).toBeGreaterThan(0);
};

it('loses no save that another program makes of a file that is being changed; the usual ways do', async () => {
  expectNothingLost(await sourceSaves(400));
}, 240_000);

it('destroys no file that another program makes at the target; the usual way does', async () => {
  expectNothingLost(await targetSaves(400));
}, 240_000);
