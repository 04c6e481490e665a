import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NoiseGuard } from './noise.js';
import { pageOf } from './page.js';
import { isRed, runScenario } from './runner.js';
import type { Result, Run, Scenario } from './scenario.js';
import { isKnownShort } from './standing.js';
import type { CpuTime } from './stage/cpu-time.js';
import type { Stage } from './stage/stage.js';
import { median, medianWithInterval } from './statistics.js';
import { summaryOf } from './telling.js';

const calm = (): CpuTime => ({ all: 0, busy: 0, ours: 0 });
const quiet = new NoiseGuard(() => 1, calm);
const stage = {} as Stage;

/** Ours takes twice as long as theirs; the rest is what a test wants of it. */
const figure = (changes: Partial<Scenario<string[]>> = {}): Scenario<string[]> => ({
  name: 'twice',
  words: 'ours / theirs',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 2.5, gate: 3 },
  reps: { full: 3, smoke: 3 },
  setup: async () => [],
  ours: async (log) => {
    log.push('ours');
    return 20;
  },
  baseline: async (log) => {
    log.push('theirs');
    return 10;
  },
  check: async (log) => void log.push('check'),
  ...changes,
});

const run = (scenario: Scenario<string[]>, noise = quiet): Promise<Result> =>
  runScenario(scenario, { stage, profile: 'full', noise });

describe('a figure', () => {
  it('is the median of the ratios of pairs that ran in turns, each answer of ours checked', async () => {
    const log: string[] = [];
    const result = await run(figure({ setup: async () => log }));
    expect(result).toMatchObject({ verdict: 'goal met', score: { median: 2, low: 2, high: 2 } });
    expect(log).toEqual(Array.from({ length: 4 }, () => ['ours', 'check', 'theirs']).flat());
  });

  it('fails when its answer was wrong, however fast it was', async () => {
    const check = async (): Promise<void> => {
      throw new Error('9 of 10 files arrived');
    };
    const result = await run(figure({ ours: async () => 0.001, check }));
    expect(result).toMatchObject({ verdict: 'failed', reason: '9 of 10 files arrived' });
    expect(isRed(result)).toBe(true);
  });

  it('misses its gate only after a second try, and that is red', async () => {
    let tries = 0;
    const setup = async (): Promise<string[]> => {
      tries++;
      return [];
    };
    const result = await run(figure({ limits: { gate: 1.5, goal: 1 }, setup }));
    expect([result.verdict, tries, isRed(result)]).toEqual(['gate missed', 2, true]);
  });

  it('misses its goal without being red', async () => {
    const result = await run(figure({ limits: { goal: 1.9, gate: 3 } }));
    expect([result.verdict, isRed(result)]).toEqual(['goal missed', false]);
  });

  it('counts the other way round where more is better', async () => {
    const result = await run(figure({ better: 'higher', limits: { goal: 2.5, gate: 2.1 } }));
    expect(result.verdict).toBe('gate missed');
  });

  it('is left out, and says so, when the program of the other side is missing', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = '';
    try {
      expect(await run(figure({ needs: ['jdupes'] }))).toMatchObject({
        verdict: 'left out',
        reason: 'not on this machine: jdupes',
      });
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('is marked when the machine was busy, and a missed gate then only warns', async () => {
    let spins = 0;
    const busy = new NoiseGuard(() => (spins++ < 5 ? 1 : 2), calm);
    const result = await run(figure({ limits: { gate: 1.5, goal: 1 } }), busy);
    expect([result.verdict, result.noisy, isRed(result)]).toEqual(['gate missed', true, false]);
  });

  it('is marked when other processes had a good part of the machine', async () => {
    let looks = 0;
    const shared = new NoiseGuard(
      () => 1,
      () => (looks++ === 0 ? calm() : { all: 100, busy: 80, ours: 60 }),
    );
    expect(await run(figure(), shared)).toMatchObject({ verdict: 'goal met', noisy: true });
  });

  it('may hold its goal as a ratio and its gate in its own unit', async () => {
    const met = await run(figure({ limits: { goal: 1, gate: 25, gateOf: 'ours' } }));
    const missed = await run(figure({ limits: { goal: 3, gate: 15, gateOf: 'ours' } }));
    expect([met.verdict, missed.verdict]).toEqual(['goal missed', 'gate missed']);
  });

  it('is only told when it has no limits', async () => {
    const result = await run(figure({ limits: undefined }));
    expect([result.verdict, isRed(result)]).toEqual(['told', false]);
  });

  it('has wider gates on the small sizes of smoke, and misses those too', async () => {
    const verdictAt = async (gate: number): Promise<string> =>
      (await runScenario(figure({ limits: { goal: 1, gate } }), { stage, profile: 'smoke', noise: quiet })).verdict;
    expect([await verdictAt(1.4), await verdictAt(1.3)]).toEqual(['goal missed', 'gate missed']);
  });

  it('puts its state away also when it fails', async () => {
    let closed = 0;
    const scenario = figure({
      ours: () => Promise.reject(new Error('broken')),
      close: async () => void closed++,
    });
    expect((await run(scenario)).verdict).toBe('failed');
    expect(closed).toBe(1);
  });
});

const POINTS = [
  { size: 1_000, value: 10 },
  { size: 10_000, value: 50 },
];

const RUN: Run = {
  profile: 'full',
  date: '2026-11-22T12:00:00Z',
  commit: 'abc',
  versions: {},
  results: [],
  slopes: [{ name: 'slope', words: 'move', unit: 'ms', of: 'entries', points: POINTS, noisy: false }],
  missing: ['later'],
};

describe('a gate that is known to be missed', () => {
  it('is red again when it gets worse by half, or when it was not missed before', async () => {
    const missed = await run(figure({ limits: { gate: 1.5, goal: 1 } }));
    const kept = (median: number, verdict: Result['verdict']): Run => ({
      ...RUN,
      results: [{ ...missed, verdict, score: { median, low: median, high: median } }],
    });
    expect(isKnownShort(missed, kept(1.5, 'gate missed'))).toBe(true);
    expect(isKnownShort(missed, kept(1.2, 'gate missed'))).toBe(false);
    expect(isKnownShort(missed, kept(1.5, 'goal missed'))).toBe(false);
    expect(isKnownShort(missed, undefined)).toBe(false);
    expect(isRed({ ...missed, isKnownShort: true })).toBe(false);
  });
});

describe('the summary', () => {
  it('names what is not in order, and what a busy machine excuses', async () => {
    const missed = await run(figure({ limits: { gate: 1.5, goal: 1 } }));
    const summary = summaryOf([missed, { ...missed, name: 'excused', noisy: true }, await run(figure())]);
    expect(summary).toContain('NOT IN ORDER (1): twice');
    expect(summary).toContain('busy with other things: does not count (1): excused');
    expect(summary).toMatch(/2 figures in order, 1 not$/);
  });
});

describe('the statistics', () => {
  it('keep the median inside its interval, and the interval inside the values', () => {
    const figures = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(figures, (values) => {
        const { median: middle, low, high } = medianWithInterval(values);
        expect(middle).toBe(median(values));
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
      }),
      { numRuns: 30 },
    );
  });
});

describe('the page', () => {
  it('tells of a missed goal why', async () => {
    const missed = await run(figure({ limits: { goal: 1.9, gate: 3 }, known: 'The disk is synced.' }));
    const page = pageOf([{ ...RUN, results: [missed] }]);
    expect(page).toContain('| ours / theirs | 2.00× | 2.00–2.00 | ≤ 1.9 | ≤ 3 | **goal missed** | 20.0 ms | 10.0 ms |');
    expect(page).toContain('The run ended before: later.');
    expect(page).toContain('| move | 10.0 ms | 50.0 ms | 0.0100 → 0.00500 ms |');
    expect(page).toContain('- **twice**: The disk is synced.');
  });
});
