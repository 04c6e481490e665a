import { leafOf } from '#contracts/location-parts';
import type { Deed } from '../../facts.js';
import { FOLDER_CALLED, INTERJECTIONS, MEND_IT, NAMES_IT, NO, PREFERRED } from '../lexicon/corrections.js';
import { isOneSlip } from '../text/typos.js';
import { foldName, foldText } from '../text/fold.js';
import type { Context } from './context.js';
import { isMadeHere } from './folders-made.js';

/** "no, se llama Taller", "typo, the folder should be Cake Orders": the name of a folder that was just made for a job. */

const LEAD = `(?:${NO}|${INTERJECTIONS}|${PREFERRED})\\b[\\s,.:;!]*`;
const OPENING = new RegExp(`^\\W*(?<slip>(?:${LEAD})+)(?<called>${FOLDER_CALLED})\\b[\\s:]*`);
const CLOSING = new RegExp(`[\\s,.;]*(?<mend>(?:\\b(?:${MEND_IT}|please|por favor|porfa|sorry|perdon)\\b[\\s,.!]*)*)$`);
/** One name, and nothing that says where. */
const NAME = /^(?!(?:a|al|en|de|del|in|on|to|into|from|for|para|not?)\s)[^,;:!?]{1,80}$/i;

const words = (name: string): string[] => foldName(name).split(/[^\p{L}\p{N}]+/u);

/** A slip leaves most of the name: the same words, or one letter of one. */
const isLike = (a: string, b: string): boolean => {
  const [one, other] = [words(a), words(b)];
  return one.length === other.length && one.some((word, at) => word === other[at] || isOneSlip(word, other[at]!));
};

/** The folder and what it should be called; undefined when the sentence says no such thing. */
export const folderNamed = ({ to }: Deed, context: Context): { folder: string; name: string } | undefined => {
  const said = context.sentence.normalize('NFC');
  const opening = OPENING.exec(foldText(said));
  if (!opening || to === undefined || !isMadeHere(to, context.facts)) return undefined;
  const closing = CLOSING.exec(foldText(said).slice(opening[0].length))!;
  const name = said.slice(opening[0].length, opening[0].length + closing.index).replace(/^["«“]|["»”]$/g, '');
  const isAsked = NAMES_IT.test(opening[0]) || NAMES_IT.test(closing[0]);
  const leaf = leafOf(to);
  return NAME.test(name) && name !== leaf && (isAsked || isLike(name, leaf)) ? { folder: to, name } : undefined;
};
