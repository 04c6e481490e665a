import { expect, it } from '@jest/globals';
import { confinementRace } from './confinement-race.js';

it('no operation ever leaves its place, though an attacker swaps its path; the naive way does', async () => {
  const verdict = await confinementRace(250);
  expect(verdict.violations).toEqual([]);
  expect(verdict.cases).toBeGreaterThan(200);
  expect(verdict.control!.violations).toBeGreaterThan(0);
}, 240_000);
