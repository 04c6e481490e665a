import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareAlike, compareNames } from './name-order.js';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const ascii = fc.string({ unit: 'binary-ascii' });
const alike = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '0', '1', '10', '009', ' ', '-', '_', '.', '(', 'é') });

describe('the order of names', () => {
  it('is as file managers sort', () => {
    const names = ['foto 10.jpg', 'Foto 2.jpg', 'foto 02.jpg', 'árbol', 'Zoo', 'arbol', '_x', '1'];
    expect(names.toSorted(compareNames)).toEqual([
      '_x',
      '1',
      'arbol',
      'árbol',
      'Foto 2.jpg',
      'foto 02.jpg',
      'foto 10.jpg',
      'Zoo',
    ]);
  });

  it.each([
    ['ASCII', ascii],
    ['names that are nearly the same', alike],
  ])('is the collator’s own, for %s', (_, name) => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(Math.sign(compareAlike(a, b))).toBe(Math.sign(collator.compare(a, b)));
      }),
      { numRuns: 3000 },
    );
  });

  it('tells any two different names apart', () => {
    fc.assert(fc.property(alike, alike, (a, b) => expect(compareNames(a, b) === 0).toBe(a === b)));
  });
});
