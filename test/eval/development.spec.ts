import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { join } from 'node:path';
import { readCases } from './cases.js';
import { runCases, type Outcome } from './run-cases.js';

/** Hundreds of conversations through real processes; a minute or two on a small machine. */
jest.setTimeout(420_000);

const cases = readCases(join(import.meta.dirname, 'development.jsonl'));

describe('the embedded planner, whole system, development set', () => {
  let outcomes: ReadonlyMap<string, Outcome>;

  beforeAll(async () => {
    outcomes = new Map((await runCases(cases)).map((outcome) => [outcome.test.id, outcome]));
  });

  it('never makes a change that was not asked for', () => {
    const dangerous = [...outcomes.values()].filter((outcome) => outcome.dangerous);
    expect(dangerous.map(({ test, why }) => `${test.turns.join(' | ')}: ${why}`)).toEqual([]);
  });

  it.each(cases.map(({ id, turns }) => [id, turns.join(' | ')]))('%s: %s', (id) => {
    const { right, why } = outcomes.get(id)!;
    expect([right, why]).toEqual([true, '']);
  });
});
