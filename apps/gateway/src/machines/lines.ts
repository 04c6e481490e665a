import { Readable } from 'node:stream';
import type { Language } from '#contracts/chat';
import type { ReplyOf } from '#contracts/operation';
import { find } from '#contracts/operations/find';
import { asTableError, problemOf } from '../http/problem.js';

type Page = ReplyOf<typeof find>;

export const LINES = 'application/x-ndjson';

/** A list, asked for by a program that would rather have all of it than its first page. */
export const wantsLines = (operation: string, accept = ''): boolean =>
  operation === find.name && accept.includes(LINES);

export interface Pages {
  readonly first: Page;
  readonly after: (cursor: string) => Promise<Page>;
}

/**
 * A whole list as lines of JSON: its entries, then what a page tells beside them, or the problem that ended it; without
 * such a last line it was cut off. The next page is on its way while this one is sent, and no further one: no list fills
 * the memory, and nobody is asked for what nobody reads.
 */
export const asLines = (pages: Pages, language: Language): Readable =>
  Readable.from(linesOf(pages, language), { objectMode: false });

async function* linesOf({ first, after }: Pages, language: Language): AsyncGenerator<string> {
  try {
    let page = first;
    for (;;) {
      const next = page.cursor === undefined ? undefined : after(page.cursor);
      next?.catch(() => undefined); // told where it is waited for
      yield page.entries.map(lineOf).join('');
      if (next === undefined) break;
      page = await next;
    }
    const { entries: _sent, ...rest } = page;
    yield lineOf(rest);
  } catch (error) {
    yield lineOf({ error: problemOf(asTableError(error), language) });
  }
}

const lineOf = (value: object): string => `${JSON.stringify(value)}\n`;
