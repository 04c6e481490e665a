import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { OrdenaError } from '#contracts/errors';
import { asLines, type Pages } from './lines.js';

type Page = Pages['first'];

const entry = (name: string): Page['entries'][number] => ({
  location: `desktop/${name}`,
  name,
  kind: 'file',
  size: 1,
  modified: '2026-01-01T00:00:00.000Z',
});

const page = (number: number, last: number): Page => ({
  in: 'desktop',
  entries: [entry(`${number}-a.txt`), entry(`${number}-b.txt`)],
  totals: { entries: 2 * number, files: 2 * number, folders: 0 },
  truncated: number < last,
  ...(number < last && { cursor: String(number + 1) }),
});

const read = async (pages: Pages): Promise<Record<string, unknown>[]> => {
  let text = '';
  for await (const piece of asLines(pages, 'en')) text += String(piece);
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('a list as lines', () => {
  it('is every entry of every page, then what the last page tells', async () => {
    const lines = await read({ first: page(1, 3), after: async (cursor) => page(Number(cursor), 3) });
    expect(lines.map(({ name }) => name)).toEqual([
      ...[1, 2, 3].flatMap((number) => [`${number}-a.txt`, `${number}-b.txt`]),
      undefined,
    ]);
    expect(lines.at(-1)).toEqual({ in: 'desktop', totals: page(3, 3).totals, truncated: false });
  });

  it('ends with the problem that ended it, after all that was there', async () => {
    const after = async (): Promise<Page> => Promise.reject(new OrdenaError('MACHINE_OFF', 'It is off.'));
    const lines = await read({ first: page(1, 2), after });
    expect(lines.map(({ name }) => name)).toEqual(['1-a.txt', '1-b.txt', undefined]);
    expect(lines.at(-1)).toMatchObject({ error: { code: 'MACHINE_OFF', status: 503 } });
  });

  it('asks for no more than the next page of what nobody reads, and for nothing when the reader left', async () => {
    const asked: string[] = [];
    const after = async (cursor: string): Promise<Page> => {
      asked.push(cursor);
      const entries = Array.from({ length: 1000 }, (_, at) => entry(`${at}.txt`));
      return { ...page(Number(cursor), 1_000_000), entries };
    };
    const lines = asLines({ first: page(1, 1_000_000), after }, 'en');
    await new Promise((done) => lines.once('readable', done));
    await sleep(50);
    expect(asked.length).toBeLessThanOrEqual(3);
    lines.destroy();
    const then = asked.length;
    await sleep(50);
    expect(asked).toHaveLength(then);
  });
});
