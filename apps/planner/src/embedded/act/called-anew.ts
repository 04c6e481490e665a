import type { Deed } from '../../facts.js';
import { CALL_IT, INTERJECTIONS, NO, PREFERRED } from '../lexicon/corrections.js';
import { foldText } from '../text/fold.js';
import type { Context } from './context.js';
import { isMadeHere } from './folders-made.js';

/** "call it X instead", "mejor llámalo X", "no, que se llame X": the one thing that was just spoken of gets that name. */

const OPENING = new RegExp(`^\\W*(?:(?:${NO}|${INTERJECTIONS}|${PREFERRED})\\b[\\s,.:;!]*)*(?:${CALL_IT})\\s*:?\\s+`);
const CLOSING = /[\s,]*(?:\b(?:instead|mejor|rather|por favor|please|porfa|sorry|perdon)\b[\s,]*)*[\s.!]*$/;
/** A whole name: nothing that says where, or which part of a name changes. */
const NAME =
  /^(?!(?:a|al|en|de|del|in|on|to|into|from|for|para|not?|with|con|off|up|out|back|again)(?:\s|$))(?!.*\b(?:prefijo|prefix|sufijo|suffix|delante|detras|in front|before|after|antes|despues|al (?:principio|inicio|final|comienzo)|at the (?:start|end|beginning|front))\b)[^,;:!?]{1,80}$/;
const QUOTES = /^["«“']|["»”']$/g;

const isOne = ({ state, entries, to, operation }: Deed, { facts }: Context): boolean => {
  if (entries !== 1 || (state !== 'committed' && state !== 'looked')) return false;
  const isIntoNew = (operation === 'move' || operation === 'copy') && to !== undefined && isMadeHere(to, facts);
  return operation !== 'trash' && operation !== 'undo' && !isIntoNew;
};

/** The name that is given; undefined where none is, or where several things, or a folder as well, could be meant. */
export const calledAnew = (context: Context): string | undefined => {
  const [deed, ...others] = context.spoken;
  if (deed === undefined || others.length > 0 || !isOne(deed, context)) return undefined;
  const said = context.sentence.normalize('NFC');
  const opening = OPENING.exec(foldText(said))?.[0].length;
  if (opening === undefined) return undefined;
  const rest = said.slice(opening);
  const name = rest.slice(0, rest.length - CLOSING.exec(foldText(rest))![0].length).replace(QUOTES, '');
  return NAME.test(foldText(name)) ? name : undefined;
};
