import { expect, it } from '@jest/globals';
import { powerCuts } from './power-cuts.js';

it('a power cut in the middle of a plan loses nothing; without syncs it would', async () => {
  const verdict = await powerCuts('ext4', 6);
  if (verdict.note) process.stdout.write(`power cuts: ${verdict.note}\n`);
  expect(verdict.violations).toEqual([]);
  expect(verdict.note ?? verdict.control!.violations).not.toBe(0);
}, 240_000);
