import { complaintsOf, EXCLAMATIONS } from '../lexicon/complaints.js';
import { PLACE_WORDS } from '../lexicon/places.js';
import { foldText } from './fold.js';
import { spaced } from './spaced.js';

/*
 * "¡Cómo tengo las descargas! Borra de ahí los zip": how a folder looks asks for nothing, and yet it says where "ahí" is. Said
 * as one order.
 */

const PLACE = `(?:(?:el|la|los|las|mis?|my|the|this|est[ea]) )*(?:${PLACE_WORDS.map(({ words }) => words).join('|')})(?: folder)?`;
const COMPLAINT = spaced(`^\\W*(?:${EXCLAMATIONS}[\\s,.!¡]+)*${complaintsOf(PLACE)}\\s*[.!]+\\s+(?=\\S)`);
/** From there things are taken; "ahí" alone is where they go, but for what is deleted. */
const FROM_THERE = spaced('(?<!\\w)(?:(?:de|desde) (?:ahi|alli)|(?:from|out of|off) (?:there|it))(?!\\w)');
const IN_THERE = spaced('(?<!\\w)(?:(?:(?:que|that) (?:hay|estan|are) )?(?:(?:in|on) (?:there|it)|ahi|alli))(?!\\w)');
const DELETES = spaced('^\\W*(?:por favor |please )?(?:borra|elimin|quit|tir|delet|remov|bin|trash|get rid)');

export const withScene = (sentence: string): string => {
  const said = sentence.normalize('NFC');
  const folded = foldText(said);
  const complaint = COMPLAINT.exec(folded);
  const place = Object.values(complaint?.groups ?? {}).find((group) => group !== undefined);
  if (!complaint || place === undefined) return sentence;
  const order = folded.slice(complaint[0].length);
  const there = FROM_THERE.exec(order) ?? (DELETES.test(order) ? IN_THERE.exec(order) : null);
  if (!there) return sentence;
  const rest = said.slice(complaint[0].length);
  const from = /^[a-z]*(?:from|out|off|in|on|that)/.test(there[0]) ? 'from' : 'de';
  return `${rest.slice(0, there.index)}${from} ${place}${rest.slice(there.index + there[0].length)}`;
};
