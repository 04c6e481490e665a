import { POLITENESS } from '../lexicon/politeness.js';
import { words, type Cursor } from '../text/cursor.js';
import type { Loc } from './clause.js';
import { eatIntroducedName } from './names.js';
import { stopsName } from './stops.js';

/** "A, B y C" */
export const eatFolderNames = (cursor: Cursor): Loc | undefined => {
  const names: string[] = [];
  do {
    const name = eatIntroducedName(cursor, stopsName);
    if (name === undefined) break;
    names.push(name);
  } while (cursor.eat(SEPARATED));
  const [first, ...siblings] = names;
  return first === undefined ? undefined : { path: [first], isFolder: true, isNew: true, siblings };
};
const SEPARATED = /(?:,\s*(?:y|and|e)?|y|and|e)\s+(?!(?:luego|then|despues|mete|mueve|put|move)\b)/y;

const JOINED = /(?:,\s*(?:y|and|e)?|y|and|e)\s+/y;
const POLITE = words(POLITENESS);

/** The same where there is nothing else to the end. */
export const namesIn = (cursor: Cursor): string[] | undefined => {
  const names: string[] = [];
  do {
    if (names.length > 0 && cursor.eat(POLITE)) break;
    const name = eatIntroducedName(cursor, stopsName);
    if (name === undefined) return undefined;
    names.push(name);
  } while (cursor.eat(JOINED));
  cursor.eat(POLITE);
  return cursor.done || /^[.!?\s]*$/.test(cursor.rest) ? names : undefined;
};

/** No order: one word, or words that begin with a capital, and no file. */
export const PLAIN_NAME = /^(?!.*\.[a-z0-9]{2,5}$)(?:\S+$|\p{Lu})/u;
