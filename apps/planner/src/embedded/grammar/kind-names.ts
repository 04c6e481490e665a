import { words, type Cursor } from '../text/cursor.js';
import type { Clause, Loc } from './clause.js';
import { eatHead, VAGUE } from './heads.js';
import { eatPlace, type LocWorld } from './places.js';

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

const GOES_ON = words('a|al|to|into|en|in|de|del|from|of');

/** "move the pdfs to Old", «a Viejos»: with a capital, after the word for where, it is a folder's name and no measure. */
export const eatMeasureName = (cursor: Cursor, world: LocWorld): Loc | undefined =>
  cursor.attempt(() => {
    const start = cursor.at;
    const isCapital = /^\p{Lu}\p{Ll}/u.test(cursor.text.raw.slice(start));
    const isMeasure = isCapital && VAGUE.some(([pattern]) => cursor.eat(pattern) !== undefined);
    if (!isMeasure || !(ENDS.test(cursor.rest) || cursor.look(GOES_ON))) return undefined;
    const path = [cursor.raw(start, cursor.at).trim()];
    const place = cursor.attempt(() => (cursor.eat(AROUND) ? eatPlace(cursor, world, true) : undefined));
    return { ...(place !== undefined && { place }), path, isFolder: true };
  });

const AROUND = words('(?:en|in|on|de|of|from|inside)(?: (?:el|la|los|las|mis?|my|the))*');
