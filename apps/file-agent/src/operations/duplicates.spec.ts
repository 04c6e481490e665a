import { afterEach, beforeEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ReplyOf } from '#contracts/operation';
import type { duplicates } from '#contracts/operations/duplicates';
import type { find } from '#contracts/operations/find';
import { TestDesk } from '../testing/test-desk.js';

let test: TestDesk;
const openFiles = (): number => readdirSync('/proc/self/fd').length;
const fileAt = (location: string): string => test.home.at('Desktop', ...location.split('/').slice(1));

beforeEach(() => {
  test = new TestDesk();
});
afterEach(() => test.close());

const LARGE = 'x'.repeat(100_000);
const CONTENTS = ['', 'a', 'b', 'ab', 'ba', LARGE, `${LARGE}a`, `${LARGE}b`, `a${LARGE}`];

const byFirst = ([a]: string[], [b]: string[]): number => (a! < b! ? -1 : 1);

/** By comparing whole contents, in the order of the walk; sets of one size and number come in any order. */
const compared = (): string[][] => {
  const all = { depth: 64, size: { min: 1 } };
  const { entries } = test.ask<ReplyOf<typeof find>>('find', { in: 'desktop', select: all, sort: 'disk', limit: 1000 });
  const sets = new Map<string, string[]>();
  for (const { location } of entries) {
    const content = readFileSync(fileAt(location), 'utf8');
    sets.set(content, [...(sets.get(content) ?? []), location]);
  }
  return [...sets.values()].filter(({ length }) => length > 1).toSorted(byFirst);
};

it('finds what comparing everything with everything finds, each set in the order of the walk', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => `${names.join('/')}.txt`);
  const tree = fc.uniqueArray(fc.tuple(path, fc.constantFrom(...CONTENTS)), { selector: ([at]) => at, maxLength: 40 });
  fc.assert(
    fc.property(tree, (files) => {
      for (const left of readdirSync(test.home.at('Desktop')))
        rmSync(test.home.at('Desktop', left), { recursive: true });
      for (const [at, content] of files) {
        mkdirSync(dirname(fileAt(`desktop/${at}`)), { recursive: true });
        writeFileSync(fileAt(`desktop/${at}`), content);
      }
      const before = openFiles();
      const { sets } = test.ask<ReplyOf<typeof duplicates>>('duplicates', { in: 'desktop' });
      expect(sets.map(({ locations }) => locations).toSorted(byFirst)).toEqual(compared());
      expect(openFiles()).toBe(before);
    }),
    { numRuns: 60 },
  );
});
