import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { extraOf, type Rule, type Same } from './kept.js';

const same = (...locations: string[]): Same[] => locations.map((location) => ({ location }));
const dated = (...days: number[]): Same[] =>
  days.map((day, at) => ({ location: `documents/${at}.txt`, modified: `2026-03-0${day}T00:00:00Z` }));

const RULES: readonly Rule[] = [
  { by: 'any' },
  { by: 'original' },
  { by: 'oldest' },
  { by: 'newest' },
  { by: 'lacking', part: '(1)' },
  { by: 'having', part: 'a' },
  { by: 'folder', folder: 'documents' },
];

const location = fc
  .tuple(fc.constantFrom('documents', 'documents/a', 'downloads'), fc.constantFrom('a', 'b (1)', 'a - copy', 'copia'))
  .map(([folder, name]) => `${folder}/${name}.txt`);
const modified = fc.option(fc.constantFrom('2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z', 'never'), {
  nil: undefined,
});
const group = fc
  .uniqueArray(location, { minLength: 2 })
  .chain((locations) =>
    fc
      .array(modified, { minLength: locations.length, maxLength: locations.length })
      .map((dates) => locations.map((at, n) => ({ location: at, ...(dates[n] && { modified: dates[n] }) }))),
  );

describe('which of the same files go', () => {
  it('of each group at least one stays, whatever the rule', () =>
    fc.assert(
      fc.property(group, fc.constantFrom(...RULES), (files, rule) => {
        const extra = extraOf(files, rule);
        expect(new Set(extra).size).toBe(extra.length);
        expect(extra.length).toBeLessThan(files.length);
        expect(files.map((each) => each.location)).toEqual(expect.arrayContaining([...extra]));
      }),
    ));

  it.each<[Rule, Same[], string[]]>([
    [{ by: 'any' }, same('documents/a b.txt', 'documents/a.txt'), ['documents/a b.txt']],
    [
      { by: 'original' },
      same('d/acta.txt', 'd/acta (1).txt', 'd/Copia de acta.txt'),
      ['d/acta (1).txt', 'd/Copia de acta.txt'],
    ],
    [{ by: 'original' }, same('d/acta.txt', 'd/otra.txt'), []],
    [{ by: 'original' }, same('d/acta (1).txt', 'd/acta (2).txt'), []],
    [{ by: 'oldest' }, dated(3, 1, 2), ['documents/0.txt', 'documents/2.txt']],
    [{ by: 'newest' }, dated(3, 1, 3), ['documents/1.txt']],
    [{ by: 'oldest' }, [...dated(1, 2), ...same('documents/x.txt')], []],
    [{ by: 'lacking', part: 'COPY' }, same('d/taxi.pdf', 'd/taxi - Copy.pdf'), ['d/taxi - Copy.pdf']],
    [{ by: 'lacking', part: 'copy' }, same('d/copyright.pdf', 'd/copyright copy.pdf'), []],
    [{ by: 'folder', folder: 'documents' }, same('downloads/a', 'documents/a', 'documents/x/a'), ['downloads/a']],
    [{ by: 'folder', folder: 'doc' }, same('downloads/a', 'documents/a'), []],
  ])('%j of %j', (rule, files, extra) => expect(extraOf(files, rule)).toEqual(extra));
});
