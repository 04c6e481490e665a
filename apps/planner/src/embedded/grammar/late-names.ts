import { words, type Cursor } from '../text/cursor.js';
import type { Loc } from './clause.js';
import { eatIntroducedName } from './names.js';
import { stopsName } from './stops.js';

const IN = words('en|del?|in|inside(?: of)?|within|dentro del?|on');

/** Names that come after where the folder is to be: "una carpeta nueva en documentos que se llame X". */
export const eatLateName = (
  cursor: Cursor,
  called: RegExp,
  readOuter: (cursor: Cursor) => Loc | undefined,
): Loc | undefined =>
  cursor.attempt(() => {
    if (!cursor.eat(IN)) return undefined;
    const outer = readOuter(cursor);
    cursor.eat(/,\s*/y);
    if (outer?.place === undefined || !cursor.eat(called)) return undefined;
    const name = eatIntroducedName(cursor, stopsName);
    return name === undefined ? undefined : { ...outer, path: [...outer.path, name], isFolder: true, isNew: true };
  });

/** "una carpeta nueva, Licitaciones, dentro de …": the name between commas. */
export const eatBetweenCommas = (cursor: Cursor): string | undefined =>
  cursor.attempt(() => {
    if (!cursor.eat(/,\s*/y)) return undefined;
    const name = eatIntroducedName(cursor, stopsName);
    return name !== undefined && cursor.eat(/,\s*/y) && cursor.look(IN) ? name : undefined;
  });

/** "Grants to a new folder": the name ends where another place is led to. */
const BEFORE_FOLDER =
  /^(\p{Lu}[^\s,.;:!?]*(?:\s(?!(?:to|into|onto|in|on|from)\s(?:an?|the|my|one)\s)[^\s,.;:!?]+){0,3}?)\s+(?:sub ?)?(?:folder|directory)\b/u;

/** "the Leaving do folder": from the capital to the word "folder" all is its name. */
export const eatCapitalName = (cursor: Cursor): string | undefined => {
  const name = cursor.at === 0 ? undefined : BEFORE_FOLDER.exec(cursor.text.raw.slice(cursor.at, cursor.end))?.[1];
  if (name !== undefined) cursor.moveTo(cursor.at + name.length);
  return name;
};
