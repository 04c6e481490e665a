import type { Cursor } from '../text/cursor.js';
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
