import { BEFORE, PLACE_BACK } from '../lexicon/undo.js';
import { words } from '../text/cursor.js';
import type { Reader } from './world.js';

const HOME = words(`${PLACE_BACK}|${BEFORE}`);
const BACK_THERE = words('back (?:to|into|in|on|onto) (?!where|how|(?:its|their|the) (?:original|old|previous)).*');
const END = /[\s,.!?]*(?:(?:please|por favor|porfa|again|antes|now)[\s,.!?]*)?$/y;

/** "devuelve los png a su sitio", "put the pdfs back": a move that takes another back. */
export const readBack: Reader = (cursor, clause) => {
  if (clause.act !== 'move' || clause.locs.length > 0 || cursor.look(BACK_THERE)) return false;
  const back = cursor.attempt(() => {
    const match = cursor.eat(HOME);
    return match && (match[0] !== 'back' || cursor.done || cursor.look(END)) ? match : undefined;
  });
  if (!back) return false;
  return Object.assign(clause, { act: 'undo', puts: false }).hasVerb;
};
