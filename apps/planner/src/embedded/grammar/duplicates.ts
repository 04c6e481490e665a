import type { Act } from '../lexicon/acts.js';
import { words, type Cursor } from '../text/cursor.js';
import type { Clause } from './clause.js';
import { current } from './current.js';
import type { Reader } from './world.js';

const DUPLICATED = words(
  '(?:(?:que )?(?:estan?|esten|son|sean|hay|that are|are) )?(?:posibles? |any )?(?:duplicad[oa]s?|repetid[oa]s?|identic[oa]s?|duplicates|duplicate(?= (?:files?|photos?|pictures?|documents?|images?|ones?|items?) ?)|duplicated|identical|repeated)',
);
/** "Which files do I have twice?", "the same photo more than once": said of what is there, and of nothing that is to be done. */
const TWICE = words(
  '(?:the )?same(?= \\S+ (?:twice|more than once))|twice|more than once|(?:(?:el|la|los|las) )?mism[oa]s?(?= \\S+ (?:dos|varias|mas de una) ve(?:z|ces))|(?:dos|varias|mas de una) ve(?:z|ces)',
);
export const SEES = new Set<Act | undefined>([undefined, 'find', 'list', 'count', 'read', 'size', 'duplicates']);
/** "mira si hay fotos repetidas": whatever the verb of looking, only contents tell which are the same. */
export const readDuplicates: Reader = (cursor, clause) => {
  if (clause.act !== 'trash') return readDuplicatesSeen(cursor, clause);
  if (!cursor.eat(DUPLICATED)) return false;
  return (current(clause).duplicates = true);
};

const readDuplicatesSeen = (cursor: Cursor, clause: Clause): boolean =>
  SEES.has(clause.act) &&
  (cursor.eat(DUPLICATED) ?? (clause.hasVerb ? cursor.eat(TWICE) : undefined)) !== undefined &&
  Object.assign(clause, { act: 'duplicates', hasVerb: true, states: false }).hasVerb;
