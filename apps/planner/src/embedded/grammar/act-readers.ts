import { ACT_WORDS, TOUCHED } from '../lexicon/act-words.js';
import type { Act } from '../lexicon/acts.js';
import { CONDITIONS, LATER, RELATED } from '../lexicon/later.js';
import { Cursor, words } from '../text/cursor.js';
import type { Clock } from '../time/calendar.js';
import { eatTime } from '../time/ranges.js';
import type { Reader } from './world.js';

/** Readers of what only finishes an act, and of conditions and timetables, with which a clause is not understood. */

const patterns = new Map(Object.entries(ACT_WORDS).map(([act, pattern]) => [act as Act, words(pattern)]));
const HELD_IN = words('(?:hay|tengo|tenemos|i have) (?:en|in|on|guardad[oa]s? en)');
const touched = words(TOUCHED);
const later = words(LATER);
const related = words(RELATED);

export const readActWords: Reader = (cursor, { act }) => {
  const pattern = act && patterns.get(act);
  return pattern !== undefined && !cursor.look(HELD_IN) && cursor.eat(pattern) !== undefined;
};

const BE_DONE = words('(?<act>copiad[oa]s?|copied|movid[oa]s?|moved)(?= (?:en|al?|in|to|into|onto|on) )');
/** "necesito los pdf … copiados en …": what is wished for is to be done. */
export const readDone: Reader = (cursor, clause) => {
  const isWish = clause.wished === true && !clause.hasVerb && clause.things.length > 0;
  const said = isWish ? cursor.eat(BE_DONE)?.groups?.['act'] : undefined;
  if (said === undefined) return false;
  return Object.assign(clause, { act: said.startsWith('cop') ? 'copy' : 'move', hasVerb: true, puts: true }).puts;
};

/** "what has been changed in documents this week": the time is said further on. */
const speaksOfTime = ({ text, at, end }: Cursor, clock: Clock): boolean =>
  [...text.folded.slice(at, end).matchAll(/(?<=\s)[a-z]/g)].some(
    ({ index }) => eatTime(new Cursor(text, at + index, end), clock) !== undefined,
  );

export const readTouched: Reader = (cursor, { act, things }, { clock }) => {
  const isLatest = things.some(({ top }) => top?.sort === 'modified');
  if (!isLatest && !(LOOKS.has(act ?? '') && cursor.look(touched) && speaksOfTime(cursor, clock))) return false;
  return cursor.eat(touched) !== undefined;
};
const LOOKS = new Set(['list', 'find', 'count']);

const condition = words(CONDITIONS);
/** "in Case notes": the second word begins a name. */
const isNameIn = (cursor: Cursor): boolean => {
  const said = cursor.look(condition)?.[0];
  return said !== undefined && /^\p{Ll}+\s\p{Lu}\p{Ll}/u.test(cursor.raw(cursor.at, cursor.at + said.length));
};

export const readLater: Reader = (cursor, clause) => {
  if (isNameIn(cursor)) return false;
  const match = cursor.eat(related) ?? cursor.eat(later);
  if (match) clause.left.push(match[0]);
  return match !== undefined;
};

const NEEDS = words(
  "(?:(?:i|we)(?:'?d)? (?:really |still |also |just )?(?:need|want|like|use)|(?:yo )?(?:necesito|necesitamos|quiero|queremos|quisiera|ocupo))(?= (?:the|my|our|some|those|these|an?|los|las|el|la|mis?|un|una|unos|unas|es[oa]s?|est[oa]s?|algun[oa]?s?) )",
);
const AFTER_STOP = /[,.;:]\s*(?:(?:y|and|but|pero|que|because|porque)\s+)?$/;
/** "borra los zip, necesito las facturas": what is needed is none of what the order before it is about. */
export const readNeeded: Reader = (cursor, clause) => {
  const isOrder = clause.hasVerb && clause.wished !== true && clause.things.length > 0;
  const said = isOrder && AFTER_STOP.test(cursor.before) ? cursor.eat(NEEDS)?.[0] : undefined;
  if (said !== undefined) clause.left.push(said);
  return said !== undefined;
};
