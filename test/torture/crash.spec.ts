import { describe, expect, it } from '@jest/globals';
import { callsOf, crashed } from './crash-points.js';
import { plansOf } from './small-plans.js';
import { crashSweep, doubleCrashSweep, errorSweeps, fullDiskSweep } from './sweeps.js';
import type { Verdict } from './verdict.js';

const expectClean = (verdict: Verdict): void => {
  expect(verdict.cases).toBeGreaterThan(0);
  expect(verdict.violations).toEqual([]);
};

describe('death before each change of each plan of one kind of change', () => {
  it.each(plansOf(1))(
    '%s',
    (name) => {
      const calls = callsOf([name]);
      const wrong = Array.from({ length: calls }, (_, at) => [at + 1, crashed([name], at + 1)] as const);
      expect(wrong.filter(([, what]) => what)).toEqual([]);
    },
    60_000,
  );
});

/** Bounded shares of the sweeps that `npm run test:torture` runs whole. */
describe('a share of the sweeps', () => {
  it('plans of two, with a control without recovery that fails', () => {
    const verdict = crashSweep(2, { plans: 47, calls: 9 });
    expectClean(verdict);
    expect(verdict.control!.violations).toBeGreaterThan(0);
  }, 240_000);

  it('death during recovery', () => expectClean(doubleCrashSweep({ plans: 4, calls: 7 })), 240_000);

  it('errors at each change', () => errorSweeps({ plans: 1, calls: 17 }).forEach(expectClean), 240_000);

  it('a full disk', () => expectClean(fullDiskSweep({ plans: 1, calls: 7 })), 240_000);
});
