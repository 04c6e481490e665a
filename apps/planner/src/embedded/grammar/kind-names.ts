import type { Cursor } from '../text/cursor.js';
import type { Clause, Loc } from './clause.js';
import { eatHead } from './heads.js';

const ENDS = /^\s*(?:$|[,.;!?\n]|(?:y|and|e)\s)/;

/** "los pdf a PDF", "the excels in Excel": after that very kind its name with a capital is a folder's, and no format. */
export const eatKindName = (cursor: Cursor, { things }: Clause): Loc | undefined =>
  cursor.attempt(() => {
    const start = cursor.at;
    const last = things.at(-1)?.select;
    if (!last || !/^\p{Lu}/u.test(cursor.text.raw.slice(start))) return undefined;
    const select = eatHead(cursor)?.select;
    if (!select || !ENDS.test(cursor.rest)) return undefined;
    const isSame = String(select.names ?? select.category) === String(last.names ?? last.category);
    return isSame ? { path: [cursor.raw(start, cursor.at).trim()], isFolder: true } : undefined;
  });
