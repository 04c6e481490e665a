import { words, type Cursor } from '../text/cursor.js';
import type { Loc } from './clause.js';

const THERE = words(
  'ahi(?: mismo| dentro| adentro)?|alli(?: mismo| dentro)?|alla(?: dentro)?|(?:adentro|dentro)(?: de (?:ella|el|esa|ahi|alli|eso))?|(?:a |en )?(?:esa|esta|dicha|la|ese|aquella)(?: misma| nueva)? (?:misma )?(?:carpeta|direccion|folder)(?: nueva)?(?: (?:que )?(?:cre(?:aste|e)|acabas de crear|recien creada|nueva))?|(?:el|ese|la) mism[oa] (?:sitio|lugar|carpeta|folder)|ella|there|in there|(?:that|this|the same|the new)(?: new| same)? (?:folder|directory|place)|it|esa|that one|esta misma|inside',
);
const DEFINITE_FOLDER = words('(?:la|el|the) (?:carpeta|folder|directorio|directory)');

/** "ahí", "that folder": what was last spoken of. */
export const eatThere = (cursor: Cursor): Loc | undefined => {
  const match = cursor.look(THERE);
  if (!match) return undefined;
  if (cursor.look(DEFINITE_FOLDER) && !/nueva|new|que|recien|misma|same/.test(match[0])) return undefined;
  cursor.moveTo(cursor.at + match[0].length);
  return { path: [], there: true };
};
