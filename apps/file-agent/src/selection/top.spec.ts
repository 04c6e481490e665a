import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor.js';
import { Top } from './top.js';

describe('Top', () => {
  it('keeps what sorting and cutting would keep', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 0, max: 20 }), (numbers, limit) => {
        const top = new Top<number>(limit, (a, b) => a - b);
        numbers.forEach((number) => top.offer(number));
        expect(top.sorted()).toEqual(numbers.toSorted((a, b) => a - b).slice(0, limit));
        expect(top.offered).toBe(numbers.length);
      }),
    );
  });
});

describe('a cursor', () => {
  const isNumber = (value: unknown): value is number => typeof value === 'number';

  it('comes back as it went, for the same question only', () => {
    const cursor = encodeCursor({ in: 'desktop' }, 7);
    expect(decodeCursor(cursor, { in: 'desktop' }, isNumber)).toBe(7);
    expect(() => decodeCursor(cursor, { in: 'downloads' }, isNumber)).toThrow(
      expect.objectContaining({ code: 'BAD_VALUE' }),
    );
  });

  it.each(['', 'x', 'bnVsbA', Buffer.from('[1,2]').toString('base64url')])('refuses %j', (cursor) => {
    expect(() => decodeCursor(cursor, {}, isNumber)).toThrow(expect.objectContaining({ code: 'BAD_VALUE' }));
  });
});
