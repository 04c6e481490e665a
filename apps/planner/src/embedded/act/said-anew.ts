import { ANEW, CLOSING, CORRECTS, INTERJECTIONS, NO, PREFERRED } from '../lexicon/corrections.js';
import { foldText } from '../text/fold.js';

/** A sentence that may put something right: how it begins, what should have been, and how it ends. */
export interface Said {
  readonly opening: string;
  /** What should have been, as it was said. */
  readonly rest: string;
  readonly closing: string;
}

const OPENING = new RegExp(`^\\W*(?:(?:${NO}|${INTERJECTIONS}|${PREFERRED}|${ANEW})\\b[\\s,.:;!]*)*`);
const NAMES_ANEW = new RegExp(`\\b(?:${ANEW})\\b[\\s,.:;]*$`);
const IS_PREFERRED = new RegExp(`\\b(?:${PREFERRED})\\b`);

export const saidIn = (sentence: string): Said => {
  const said = sentence.normalize('NFC');
  const opening = OPENING.exec(foldText(said))![0];
  const closing = CLOSING.exec(foldText(said).slice(opening.length))![0];
  return { opening, closing, rest: said.slice(opening.length, said.length - closing.length) };
};

export const isCorrecting = ({ opening, closing }: Said): boolean => CORRECTS.test(opening) || CORRECTS.test(closing);

/** "quise decir …", "it should be …" */
export const isAnew = ({ opening }: Said): boolean => NAMES_ANEW.test(opening);

/** "mejor …", "… instead" */
export const isPreferred = ({ opening, closing }: Said): boolean =>
  IS_PREFERRED.test(opening) || IS_PREFERRED.test(closing);
