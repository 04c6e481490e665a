import { words } from '../text/cursor.js';
import type { Reader } from './world.js';

/** "PDFs go in X", "los pdf van en X". */
const GO = words('(?:go|goes|belongs?|lives?|van|va)(?= (?:in|into|to|under|inside|en|a|al|dentro) )');
const STAND = words('(?:se )?(?:esten|este|vivan|aparezcan|se vayan)(?= (?:en|dentro|a) )');
/** "quiero que los pdf estén en documentos": not where they are, but where they should be. */
export const readStand: Reader = (cursor, clause) => {
  if (clause.hasVerb || clause.things.length === 0 || /que\s+$/.test(cursor.before)) return false;
  const isSaid = cursor.eat(GO) ?? (clause.wished ? cursor.eat(STAND) : undefined);
  return isSaid !== undefined && Object.assign(clause, { act: 'move', puts: true, hasVerb: true }).hasVerb;
};
