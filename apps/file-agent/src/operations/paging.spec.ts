import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { ReplyOf } from '#contracts/operation';
import type { find } from '#contracts/operations/find';
import { TestDesk } from '../testing/test-desk.js';

let test: TestDesk;
const finds = (request: object): ReplyOf<typeof find> => test.ask('find', { in: 'desktop/muchos', ...request });
const names = (request: object): string[] => finds(request).entries.map(({ name }) => name);

const fill = (count: number, text: string): void => {
  mkdirSync(test.home.at('Desktop', 'muchos'));
  for (let at = 0; at < count; at++) writeFileSync(test.home.at('Desktop', 'muchos', `f${at}.txt`), text);
};

beforeEach(() => {
  test = new TestDesk();
});
afterEach(() => test.close());

describe('a list of thousands', () => {
  it('is not measured whole, and says so; asked only to measure, it is', () => {
    fill(4_100, 'abc');
    const reply = finds({ limit: 3 });
    expect(reply.entries.map(({ name, size }) => [name, size])).toEqual([
      ['f0.txt', 3],
      ['f1.txt', 3],
      ['f2.txt', 3],
    ]);
    expect(reply.totals).toEqual({ entries: 4_100, files: 4_100, folders: 0 });
    expect(finds({ limit: 0 }).totals.bytes).toBe(12_300);
    expect(finds({ limit: 1, sort: 'size' }).totals.bytes).toBe(12_300);
  });

  it('does not show what went away between its page and the next', () => {
    fill(4_100, '');
    const { cursor } = finds({ limit: 3 });
    rmSync(test.home.at('Desktop', 'muchos', 'f4.txt'));
    expect(names({ limit: 3, cursor })).toEqual(['f3.txt', 'f5.txt']);
  });

  it('of 130,000, more than are remembered at once, every one comes once and in order', () => {
    const count = 130_000;
    fill(count, '');
    let seen = 0;
    for (let cursor: string | undefined, more = true; more;) {
      const reply = finds({ limit: 1000, ...(cursor !== undefined && { cursor }) });
      for (const { name } of reply.entries) expect(name === `f${seen++}.txt`).toBe(true);
      expect(reply.totals.entries).toBe(count);
      cursor = reply.cursor;
      more = reply.truncated;
    }
    expect(seen).toBe(count);
  });
});
