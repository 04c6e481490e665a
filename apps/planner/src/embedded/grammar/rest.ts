import { OTHERS, REST, THE_OTHER } from '../lexicon/pointing.js';
import { words, type Cursor } from '../text/cursor.js';
import { newThing, type Thing } from './clause.js';
import { eatHead } from './heads.js';
import { eatBareName } from './names.js';
import type { Reader } from './world.js';

const ALL_OTHERS = words(REST);
const OTHER = words(OTHERS);
const ONE_OTHER = words(THE_OTHER);
const ONE = words('one|un[oa]');
const OF_THE = words('(?:de|of) (?:los|las|the|mis|my)');

/** "las demás facturas", "the other photos", "el resto de las fotos": of what kind, or what they are called. */
const nounOf = (cursor: Cursor): Partial<Thing> | undefined =>
  cursor.attempt(() => {
    const head = eatHead(cursor);
    if (head) return { select: { ...head.select } };
    const name = eatBareName(cursor, false);
    return name === undefined ? undefined : { terms: name.split(/\s+/) };
  });

/** "El otro contrato", "the other one": one thing, and where several are left it is asked which. */
const oneOther = (cursor: Cursor): Partial<Thing> | undefined =>
  cursor.attempt(() => {
    if (!cursor.eat(ONE_OTHER)) return undefined;
    const { at } = cursor;
    const noun = cursor.eat(ONE) ? {} : (nounOf(cursor) ?? {});
    return /s\s*$/.test(cursor.text.folded.slice(at, cursor.at)) ? undefined : { ...noun, plural: false, count: 1 };
  });

/** What is left when the ones spoken of are seen to. */
export const readRest: Reader = (cursor, clause) => {
  const one = oneOther(cursor);
  if (one) return clause.things.push({ ...newThing(), ...one, rest: true }) > 0;
  const thing = cursor.attempt(() => {
    const others = cursor.attempt(() => (cursor.eat(OTHER) ? nounOf(cursor) : undefined));
    if (others) return others;
    if (!cursor.eat(ALL_OTHERS)) return undefined;
    return cursor.attempt(() => (cursor.eat(OF_THE) ? nounOf(cursor) : undefined)) ?? {};
  });
  return thing !== undefined && clause.things.push({ ...newThing(), ...thing, rest: true, plural: true }) > 0;
};
