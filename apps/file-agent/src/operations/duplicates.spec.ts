import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ReplyOf } from '#contracts/operation';
import type { duplicates } from '#contracts/operations/duplicates';
import type { find } from '#contracts/operations/find';
import { TempFolder } from '../disk/testing/temp-folder.js';
import { TestDesk } from '../testing/test-desk.js';

type Reply = ReplyOf<typeof duplicates>;

let test: TestDesk;
const openFiles = (): number => readdirSync('/proc/self/fd').length;
const fileAt = (location: string): string => {
  const [place, ...parts] = location.split('/');
  return test.home.at(place === 'desktop' ? 'Desktop' : 'Documents', ...parts);
};

const put = (location: string, content: string): void => {
  mkdirSync(dirname(fileAt(location)), { recursive: true });
  writeFileSync(fileAt(location), content);
};

const emptied = (place: string): void => {
  for (const left of readdirSync(fileAt(place))) rmSync(fileAt(`${place}/${left}`), { recursive: true });
};

const asked = (request: object): Reply => test.ask<Reply>('duplicates', request);
const bothSides = (request: object): unknown => asked(request).sets.map((set) => [set.locations, set.with]);

beforeEach(() => {
  test = new TestDesk();
});
afterEach(() => test.close());

const LARGE = 'x'.repeat(100_000);
const CONTENTS = ['', 'a', 'b', 'ab', 'ba', LARGE, `${LARGE}a`, `${LARGE}b`, `a${LARGE}`];

/** What lies below a place, by content, each in the order of the walk. */
const byContent = (place: string): Map<string, string[]> => {
  const all = { depth: 64, size: { min: 1 } };
  const { entries } = test.ask<ReplyOf<typeof find>>('find', { in: place, select: all, sort: 'disk', limit: 1000 });
  const sets = new Map<string, string[]>();
  for (const { location } of entries) {
    const content = readFileSync(fileAt(location), 'utf8');
    sets.set(content, [...(sets.get(content) ?? []), location]);
  }
  return sets;
};

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => `${names.join('/')}.txt`);
const treeOf = (maxLength: number): fc.Arbitrary<[string, string][]> =>
  fc.uniqueArray(fc.tuple(path, fc.constantFrom(...CONTENTS)), { selector: ([at]) => at, maxLength });
const plant = (place: string, files: readonly (readonly [string, string])[]): void => {
  emptied(place);
  for (const [at, content] of files) put(`${place}/${at}`, content);
};

/** Sets of one size and number come in any order. */
const byFirst = ([a]: string[], [b]: string[]): number => (a! < b! ? -1 : 1);

describe('below one folder', () => {
  it('finds what comparing everything with everything finds, each set in the order of the walk', () => {
    fc.assert(
      fc.property(treeOf(40), (files) => {
        plant('desktop', files);
        const before = openFiles();
        const { sets } = asked({ in: 'desktop' });
        const compared = [...byContent('desktop').values()].filter(({ length }) => length > 1);
        expect(sets.map(({ locations }) => locations).toSorted(byFirst)).toEqual(compared.toSorted(byFirst));
        expect(openFiles()).toBe(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('below two folders', () => {
  it('finds what comparing all of the one with all of the other finds, and tells where each lies', () => {
    fc.assert(
      fc.property(treeOf(25), treeOf(25), (here, there) => {
        plant('desktop', here);
        plant('documents', there);
        const before = openFiles();
        const { sets, totals } = asked({ in: 'desktop', with: 'documents' });
        const others = byContent('documents');
        const compared = [...byContent('desktop')].flatMap(([content, locations]) => {
          const other = others.get(content);
          return other ? [{ locations, with: other, copies: locations.length + other.length }] : [];
        });
        const told = sets.map(({ locations, with: other, copies }) => ({ locations, with: other, copies }));
        const inOrder = (a: { locations: string[] }, b: { locations: string[] }) => byFirst(a.locations, b.locations);
        expect(told.toSorted(inOrder)).toEqual(compared.toSorted(inOrder));
        expect(totals.files).toBe(compared.flatMap(({ locations }) => locations).length);
        expect(openFiles()).toBe(before);
      }),
      { numRuns: 60 },
    );
  });

  it('what is selected is of the first; in the other a copy may be called as it likes', () => {
    put('desktop/playa.jpg', 'olas');
    put('desktop/acta.txt', 'acta');
    put('documents/hondo/IMG_1.jpeg', 'olas');
    put('documents/acta.md', 'acta');
    put('documents/.oculta', 'acta');
    const request = { in: 'desktop', with: 'documents' };
    expect(bothSides({ ...request, select: { names: ['*.jpg'] } })).toEqual([
      [['desktop/playa.jpg'], ['documents/hondo/IMG_1.jpeg']],
    ]);
    expect(asked(request)).toMatchObject({ ...request, totals: { sets: 2, files: 2, bytes: 8 } });
    rmSync(fileAt('documents/acta.md'));
    expect(asked(request).totals.sets).toBe(1);
    expect(asked({ ...request, select: { hidden: true } }).totals.sets).toBe(2);
  });

  it('the largest waste is that of the first folder, and a page goes on only for the same two', () => {
    for (const at of ['desktop/a1', 'desktop/a2', 'desktop/a3', 'documents/a']) put(at, 'aaa');
    for (const at of ['desktop/b', 'documents/b1', 'documents/b2', 'documents/b3']) put(at, 'bbbb');
    const request = { in: 'desktop', with: 'documents', limit: 1 };
    const page = asked(request);
    expect(page).toMatchObject({ totals: { sets: 2, files: 4, bytes: 13 }, truncated: true, sets: [{ size: 3 }] });
    expect(asked({ ...request, cursor: page.cursor })).toMatchObject({ truncated: false, sets: [{ size: 4 }] });
    mkdirSync(fileAt('documents/otra'));
    for (const other of [{ with: 'documents/otra' }, { with: undefined }])
      expect(test.codeOf('duplicates', { ...request, ...other, cursor: page.cursor })).toBe('BAD_VALUE');
  });

  it('files of nothing, links and files with a second name are copies of none', () => {
    for (const place of ['desktop', 'documents']) put(`${place}/nada`, '');
    put('desktop/a', 'hola');
    symlinkSync(fileAt('desktop/a'), fileAt('documents/enlace'));
    put('documents/fuera/b', 'hola');
    linkSync(fileAt('documents/fuera/b'), test.home.at('segundo'));
    expect(bothSides({ in: 'desktop', with: 'documents' })).toEqual([]);
  });

  it.each([
    ['todo', 'todo'],
    ['todo/sub', 'todo/enlace/'],
    ['todo', 'todo/sub'],
    ['todo/sub/hondo', 'todo'],
    ['todo/enlace', 'todo/sub/hondo'],
    ['todo', 'parte'],
    ['parte', 'todo/sub'],
    ['parte/hondo', 'todo/sub/hondo'],
    ['parte/hondo', 'todo/enlace'],
  ])('%s with %s is refused: no file may be its own copy', (one, other) => {
    const shared = new TempFolder({ sub: { hondo: { 'a.txt': 'hola' } }, otra: { 'b.txt': 'hola' } });
    symlinkSync('sub', shared.at('enlace'));
    test.close();
    test = new TestDesk({ config: { places: { todo: shared.path, parte: shared.at('sub') } } });
    expect(test.codeOf('duplicates', { in: one, with: other })).toBe('BAD_VALUE');
    expect(bothSides({ in: 'todo/otra', with: 'parte' })).toEqual([[['todo/otra/b.txt'], ['parte/hondo/a.txt']]]);
    shared.remove();
  });

  it.each([
    ['desktop/no', 'NOT_FOUND'],
    ['desktop/a.txt', 'NOT_A_FOLDER'],
    ['desktop/.ssh', 'SENSITIVE'],
    ['/etc', 'OUTSIDE_ROOT'],
  ])('the other folder is held to what the first is: %s', (other, code) => {
    put('desktop/a.txt', 'hola');
    mkdirSync(fileAt('desktop/.ssh'));
    expect(test.codeOf('duplicates', { in: 'documents', with: other })).toBe(code);
    expect(test.codeOf('duplicates', { in: other, with: 'documents' })).toBe(code);
  });
});
