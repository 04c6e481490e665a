import { afterEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { positionCompare } from './order.js';
import type { Row } from './row.js';
import { Window, WindowMemory } from './window.js';

const compare = positionCompare({});
const rowsOf = (numbers: readonly number[]): Row[] =>
  numbers.map((number) => ({ name: `f${number}`, value: 0, folder: 0, kind: 'file', parts: [] }));

/** Reads on from page to page; where the window knows no more, everything is offered to a new one, as a walk does. */
const readAll = (all: readonly Row[], kept: number, limit: number): { names: string[]; walks: number } => {
  const names: string[] = [];
  let walks = 0;
  let window: Window | undefined;
  let after: Row | undefined;
  for (;;) {
    let page = window?.page(after, limit);
    if (!page) {
      window = new Window(compare, after, kept);
      for (const row of all) window.offer(row);
      walks++;
      page = window.page(after, limit)!;
    }
    names.push(...page.rows.map(({ name }) => name));
    if (!page.truncated) return { names, walks };
    after = page.rows.at(-1)!;
  }
};

describe('a window', () => {
  it('gives every row once and in order, however small it is', () => {
    const numbers = fc.uniqueArray(fc.nat({ max: 500 }), { maxLength: 200 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 30 }), (picked, limit, more) => {
        const { names } = readAll(rowsOf(picked), limit + more, limit);
        expect(names).toEqual(picked.toSorted((a, b) => a - b).map((number) => `f${number}`));
      }),
    );
  });

  it('costs a walk for as many pages as it holds', () => {
    const all = rowsOf(Array.from({ length: 1000 }, (_, at) => (at * 617) % 1000));
    expect(readAll(all, 100, 10).walks).toBeLessThanOrEqual(10);
  });

  it('does not answer for what lies before its start', () => {
    const [first, second, third] = rowsOf([1, 2, 3]);
    const window = new Window(compare, second);
    window.offer(third!);
    expect(window.page(first, 1)).toBeUndefined();
    expect(window.page(second, 1)?.rows).toEqual([third]);
  });
});

describe('what is remembered of the newest window', () => {
  afterEach(() => void jest.useRealTimers());

  it('is let go after half a minute, though nobody asks for it again', () => {
    jest.useFakeTimers();
    const memory = new WindowMemory();
    const facts = { totals: { entries: 0, files: 0, folders: 0 }, left: [] };
    memory.keep('first', 0, { window: new Window(compare), facts });
    jest.advanceTimersByTime(20_000);
    memory.keep('second', 0, { window: new Window(compare), facts });
    jest.advanceTimersByTime(20_000);
    expect(memory.recall('first', 0)).toBeUndefined();
    expect(memory.recall('second', 0)).toBeDefined();
    jest.advanceTimersByTime(20_000);
    expect(memory.recall('second', 0)).toBeUndefined();
  });
});
