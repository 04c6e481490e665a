import { words } from '../text/cursor.js';
import { newThing, type Loc } from './clause.js';
import { eatLoc } from './locations.js';
import type { Reader } from './world.js';

/** "have I got anything on the Vikings?", «¿tengo algo sobre los vikingos?»: what it is about, in the name or in the text. */

const LOOKS = new Set(['find', 'list', 'count']);
const ON = words('on|sobre');
const ABOUT =
  /(?:^|\s)(?:anything|something|stuff|files?|documents?|docs|notes?|info|information|much|have|got|algo|archivos?|documentos?|notas?|informacion|tengo|tenemos|hay|mucho|todo)\s+$/;

/** A name that nobody called a folder, and no place. */
const isBareName = ({ path, absolute, there, isFolder, aroundIn }: Loc): boolean =>
  path.length === 1 && absolute === undefined && !there && (!isFolder || aroundIn === true);

export const readSubject: Reader = (cursor, clause, world) =>
  cursor.attempt(() => {
    if (!LOOKS.has(clause.act ?? '') || !ABOUT.test(cursor.before) || !cursor.eat(ON)) return undefined;
    const loc = eatLoc(cursor, world, { bare: true });
    if (!loc || !isBareName(loc)) return undefined;
    if (clause.things.length === 0) clause.things.push(newThing());
    Object.assign(clause.things.at(-1)!, { contains: loc.path[0]!, plural: true });
    if (clause.act === 'list') clause.act = 'find';
    const around = { path: [], isFolder: true, ...(loc.place !== undefined && { place: loc.place }) };
    return loc.place === undefined || clause.locs.push({ role: 'in', loc: around, after: clause.things.length }) > 0;
  }) ?? false;
