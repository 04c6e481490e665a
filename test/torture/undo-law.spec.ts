import { expect, it } from '@jest/globals';
import { undoLaw } from './undo-law.js';

it('whatever was done, undo puts everything back', () => {
  for (const verdict of undoLaw(15)) {
    expect(verdict.violations).toEqual([]);
    expect(verdict.cases).toBe(15);
  }
}, 240_000);
