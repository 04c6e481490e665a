import { words } from '../text/cursor.js';
import { eatLoc } from './locations.js';
import type { Reader } from './world.js';

/** "how many files has Accounts got?", «¿cuántas fotos tiene Boda?»: what has them is a folder. */

const HAS = words('has|does|tienen?|contienen?|contains?');
const ASKED_WHAT = /\b(?:que|what)\s+(?:tiene|contiene)\s+$/;
const MANY = new Set(['count', 'size']);

export const readHolder: Reader = (cursor, clause, world) =>
  cursor.attempt(() => {
    const isMany = MANY.has(clause.act ?? '') && clause.things.length > 0;
    const isAsked = clause.act === 'list' && clause.things.length === 0 && ASKED_WHAT.test(cursor.before);
    if (clause.locs.length > 0 || !(isAsked || (isMany && cursor.eat(HAS)))) return undefined;
    const loc = eatLoc(cursor, world, { bare: true });
    return loc && clause.locs.push({ role: 'in', loc, after: clause.things.length }) > 0;
  }) ?? false;
