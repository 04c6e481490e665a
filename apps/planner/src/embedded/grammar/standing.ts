import { words } from '../text/cursor.js';
import type { Reader } from './world.js';

/** "PDFs go in X", "los pdf van en X". */
const PLACED =
  '(?= (?:in|into|under|inside|en|dentro) | (?:to|a|al) (?:(?:la|el|the|my|mis?|las|los) )*(?:[\ue000-\uf7ff]|carpeta|folder|documentos|documents|imagenes|pictures|musica|music|videos|escritorio|desktop|descargas|downloads))';
const GO = new RegExp(`(?:go|goes|van|va)${PLACED}|(?:belongs?|lives?)(?= (?:in|under|inside|into) )`, 'y');
const STAND = words('(?:se )?(?:esten|este|vivan|aparezcan|se vayan)(?= (?:en|dentro|a) )');
/** "quiero que los pdf estén en documentos": not where they are, but where they should be. */
export const readStand: Reader = (cursor, clause) => {
  if (clause.hasVerb || clause.things.length === 0 || /que\s+$/.test(cursor.before)) return false;
  const isSaid = cursor.eat(GO) ?? (clause.wished ? cursor.eat(STAND) : undefined);
  return isSaid !== undefined && Object.assign(clause, { act: 'move', puts: true, hasVerb: true, stands: true }).stands;
};
