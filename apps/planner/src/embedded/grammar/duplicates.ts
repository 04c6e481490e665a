import type { Act } from '../lexicon/acts.js';
import { words } from '../text/cursor.js';
import type { Reader } from './world.js';

const DUPLICATED = words(
  '(?:(?:que )?(?:estan?|esten|son|sean|hay|that are|are) )?(?:posibles? |any )?(?:duplicad[oa]s?|repetid[oa]s?|identic[oa]s?|duplicates|duplicate(?= (?:files?|photos?|pictures?|documents?|images?|ones?|items?) ?)|duplicated|identical|repeated)',
);
const SEES = new Set<Act | undefined>([undefined, 'find', 'list', 'count', 'read']);
/** "mira si hay fotos repetidas": whatever the verb of looking, only contents tell which are the same. */
export const readDuplicates: Reader = (cursor, clause) =>
  SEES.has(clause.act) &&
  cursor.eat(DUPLICATED) !== undefined &&
  Object.assign(clause, { act: 'duplicates', hasVerb: true, states: false }).hasVerb;
