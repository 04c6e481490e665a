import { expect, it } from '@jest/globals';
import { undoLaw } from './undo-law.js';

it('whatever was done, undo puts everything back', () => {
  for (const verdict of undoLaw(25)) {
    expect(verdict.violations).toEqual([]);
    expect(verdict.cases).toBe(25);
  }
}, 60_000);
