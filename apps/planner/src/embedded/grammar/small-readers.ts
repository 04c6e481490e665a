import { FILLERS } from '../lexicon/fillers.js';
import { words } from '../text/cursor.js';
import type { Reader } from './world.js';

/** Readers of words that say little: unless they stand where they say something. */

const fillers = FILLERS.map((pattern) => words(pattern));
const AND = words('y|and|e|o|or|u|,|ademas de|as well as|plus|mas|junto con|along with|&');

/** "borra más pdf": it joins nothing, so it says how many. */
export const readAnd: Reader = (cursor, clause) => {
  const { things, locs, left } = clause;
  const joint = cursor.eat(AND)?.[0];
  if (joint === 'mas' && things.length + locs.length === 0) left.push(joint);
  if (joint !== undefined && EITHER.test(joint) && things.at(-1)?.name !== undefined) clause.either = true;
  return joint !== undefined;
};
const EITHER = /^(?:o|or|u)$/;

/** "the right pdf", "las buenas fotos": after an article such a word is about the things. */
export const readFiller: Reader = (cursor) =>
  cursor.attempt(() => {
    const isNoun = AFTER_DETERMINER.test(cursor.before);
    const filler = fillers.map((pattern) => cursor.eat(pattern)).find(Boolean);
    return filler && isNoun && !DESCRIBING.test(filler[0]) ? undefined : filler && true;
  }) ?? false;
const AFTER_DETERMINER = /(?:^|\s)(?:el|la|los|las|the|mis?|my|these|those|est[oa]s|es[oa]s)\s+$/;
const DESCRIBING =
  /^(?:que|that|i |you |complet|enter|whole|entire|respectiv|correspond|exist|tirad|suelt|regad|desparram|acumul|guardad|lying|scattered|floating|sitting|loose)/;

const CONTENTS = words(
  "(?:y|e|con|and|with|junto con|together with|along with|incluid[oa]|incluyendo|including) (?:(?:tod[oa] )?(?:(?:lo )?que (?:tiene|tenga|haya|hay|contiene|contenga|esta|este)(?: (?:ahi|alli))?(?: (?:dentro|adentro))?|(?:su|el) contenido|lo de (?:dentro|adentro))|(?:all (?:of )?)?(?:its|the) (?:whole )?contents?|(?:everything|all|whatever|what)(?: that)?(?: is|'s)? (?:in|inside|within)(?: (?:it|there))?|(?:all )?the files (?:in|inside) (?:it|there)|everything it (?:has|contains))",
);
/** "La carpeta X con todo lo que tiene dentro": a folder goes as a whole anyway. */
export const readContents: Reader = (cursor, { act, things }) => {
  const isWhole = act === 'trash' || act === 'move' || act === 'copy';
  const last = things.at(-1);
  const isOne = last?.nameKind === 'folder' || last?.pronoun === 'it';
  return isWhole && isOne && cursor.eat(CONTENTS) !== undefined;
};

const AGAIN = words(
  '(?:haz |hace |hacer |do )?(?:lo mismo|the same(?: thing)?|igual|likewise|lo propio|same(?: thing)?(?= (?:with|for|goes)\\b))(?: (?:con|para|with|for|goes for|to))?',
);
/** "The same with documents": of that kind, or in that folder; nothing says which. */
const KIND_OR_PLACE = words('documentos|documents');

export const readAgain: Reader = (cursor, clause) => {
  if (clause.hasVerb || cursor.eat(AGAIN) === undefined) return false;
  const unclear = cursor.eat(KIND_OR_PLACE);
  if (unclear) clause.left.push(unclear[0]);
  return (clause.again = true);
};
