import { OTHERS, REST } from '../lexicon/pointing.js';
import { words, type Cursor } from '../text/cursor.js';
import { newThing, type Thing } from './clause.js';
import { eatHead } from './heads.js';
import { eatBareName } from './names.js';
import type { Reader } from './world.js';

const ALL_OTHERS = words(REST);
const OTHER = words(OTHERS);
const OF_THE = words('(?:de|of) (?:los|las|the|mis|my)');

/** "las demás facturas", "the other photos", "el resto de las fotos": of what kind, or what they are called. */
const nounOf = (cursor: Cursor): Partial<Thing> | undefined =>
  cursor.attempt(() => {
    const head = eatHead(cursor);
    if (head) return { select: { ...head.select } };
    const name = eatBareName(cursor, false);
    return name === undefined ? undefined : { terms: name.split(/\s+/) };
  });

/** What is left when the ones spoken of are seen to. */
export const readRest: Reader = (cursor, clause) => {
  const thing = cursor.attempt(() => {
    const others = cursor.attempt(() => (cursor.eat(OTHER) ? nounOf(cursor) : undefined));
    if (others) return others;
    if (!cursor.eat(ALL_OTHERS)) return undefined;
    return cursor.attempt(() => (cursor.eat(OF_THE) ? nounOf(cursor) : undefined)) ?? {};
  });
  return thing !== undefined && clause.things.push({ ...newThing(), ...thing, rest: true, plural: true }) > 0;
};
