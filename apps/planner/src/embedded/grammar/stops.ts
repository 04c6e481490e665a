import { PLACE_WORDS } from '../lexicon/places.js';
import { words, type Cursor } from '../text/cursor.js';

const DET = '(?:el|la|los|las|mi|mis|tu|tus|su|sus|the|my|your)';
const AROUND = words(
  `(?:de|del|of)(?: ${DET})? (?:(?:carpeta|folder)(?: de)? )?(?:${PLACE_WORDS.flatMap((entry) => [entry.words]).join('|')}|mis (?:documentos|fotos|imagenes)|documentos|imagenes|pictures|documents|carpeta|folder|misma|mismo|compu|computadora|pc|laptop)`,
);

/** Where a name's "de …" is no longer the name but the folder around it. */
export const stopsName = (cursor: Cursor): boolean => cursor.look(AROUND) !== undefined;
