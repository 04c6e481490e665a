import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReplyOf } from '#contracts/operation';
import type { find } from '#contracts/operations/find';
import { TestDesk } from '../testing/test-desk.js';

type Reply = ReplyOf<typeof find>;

const ALL = { kind: 'any', depth: 64, hidden: true };

let test: TestDesk;
const finds = (request: object): Reply => test.ask('find', { in: 'desktop', ...request });
const locations = ({ entries }: Reply): string[] => entries.map(({ location }) => location);
const openFiles = (): number => readdirSync('/proc/self/fd').length;

const fill = (paths: readonly string[], text = ''): void => {
  for (const path of paths) {
    const file = test.home.at('Desktop', ...path.split('/'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
};

/** Every page to the last; `between` happens after each. */
const readOn = (request: object, between: () => void = () => undefined): Reply[] => {
  const replies = [finds(request)];
  for (let last = replies[0]!; last.truncated; replies.push(last)) {
    between();
    last = finds({ ...request, cursor: last.cursor });
  }
  return replies;
};

beforeEach(() => {
  test = new TestDesk();
});
afterEach(() => test.close());

describe('a list in the order of the disk', () => {
  const numbered = Array.from({ length: 60 }, (_, at) => `${at % 7}/${at % 3}/f${at}.txt`);

  it('counts what has come so far, and all of it on the last page', () => {
    fill(numbered, 'abc');
    const pages = readOn({ sort: 'disk', select: { depth: 64 }, limit: 25 });
    expect(pages.map(({ totals, truncated }) => [totals, truncated])).toEqual([
      [{ entries: 25, files: 25, folders: 0, bytes: 75 }, true],
      [{ entries: 50, files: 50, folders: 0, bytes: 150 }, true],
      [{ entries: 60, files: 60, folders: 0, bytes: 180 }, false],
    ]);
  });

  it('holds what a sorted list holds, each entry once, whatever is asked and however large the pages are', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', '.c', 'ñ'), { minLength: 1, maxLength: 3 })
      .map((names) => [...names, 'x.txt'].join('/'));
    const select = fc.record({
      kind: fc.constantFrom('any', 'file', 'folder'),
      depth: fc.constantFrom(1, 2, 64),
      hidden: fc.boolean(),
      names: fc.constantFrom(['*'], ['x*'], ['a', 'x.txt']),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(path, { maxLength: 12 }),
        select,
        fc.integer({ min: 1, max: 7 }),
        (paths, of, limit) => {
          fill(paths);
          const sorted = finds({ select: of, limit: 1000 });
          const pages = readOn({ sort: 'disk', select: of, limit });
          expect(pages.flatMap(locations).toSorted()).toEqual(locations(sorted).toSorted());
          expect(pages.at(-1)!.totals).toEqual(sorted.totals);
          for (const { entries, truncated } of pages) expect(entries.length === limit || !truncated).toBe(true);
          for (const name of readdirSync(test.home.at('Desktop')))
            rmSync(test.home.at('Desktop', name), { recursive: true });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('goes on also when its walk is no longer there, and when a page is asked for twice', () => {
    fill(numbered);
    const request = { sort: 'disk', select: ALL, limit: 9 };
    const whole = locations(finds({ ...request, limit: 1000 }));
    expect(readOn(request, () => test.desk.openWalks.close()).flatMap(locations)).toEqual(whole);
    const first = finds(request);
    const second = finds({ ...request, cursor: first.cursor });
    expect(locations(finds({ ...request, cursor: first.cursor }))).toEqual(locations(second));
    expect(locations(second)).toEqual(whole.slice(9, 18));
  });

  it('the next page is made ready while nobody asks, and is what was there then', async () => {
    fill(numbered, 'abc');
    const request = { sort: 'disk', select: { depth: 64 }, limit: 20 };
    const whole = locations(finds({ ...request, limit: 1000 }));
    const { cursor } = finds(request);
    await sleep(50);
    for (const name of readdirSync(test.home.at('Desktop'))) rmSync(test.home.at('Desktop', name), { recursive: true });
    expect(locations(finds({ ...request, cursor }))).toEqual(whole.slice(20, 40));
  });

  it('two readers of one list take nothing from each other', () => {
    fill(numbered);
    const request = { sort: 'disk', select: ALL, limit: 20 };
    const whole = locations(finds({ ...request, limit: 1000 }));
    const [one, other] = [finds(request), finds(request)];
    const next = [one, other].map(({ cursor }) => locations(finds({ ...request, cursor })));
    expect(next).toEqual([whole.slice(20, 40), whole.slice(20, 40)]);
  });

  it('holds few folders open for pages that nobody fetches, and none in the end', () => {
    fill(numbered);
    const before = openFiles();
    for (let limit = 1; limit < 40; limit++) finds({ sort: 'disk', select: ALL, limit });
    expect(openFiles() - before).toBeLessThanOrEqual(4 * 3 * 2); // four walks, three levels: a folder and its listing each
    test.desk.openWalks.close();
    expect(openFiles()).toBe(before);
  });

  it('has no direction, and its cursor means nothing to another question', () => {
    fill(numbered);
    expect(test.codeOf('find', { in: 'desktop', sort: 'disk', order: 'desc' })).toBe('BAD_VALUE');
    const { cursor } = finds({ sort: 'disk', select: ALL, limit: 1 });
    expect(test.codeOf('find', { in: 'desktop', select: ALL, cursor })).toBe('BAD_VALUE');
  });
});
