import { INTERJECTIONS, NO } from '../lexicon/corrections.js';
import {
  BACK_EN,
  BACK_ES,
  ITS_END,
  LEAVES_OUT,
  NEEDED_EN,
  NEEDED_ES,
  NO_NAME,
  POLITELY_ASKED,
  SHOULD_GO_BACK_EN,
  SHOULD_GO_BACK_ES,
  UNDO_ONLY,
} from '../lexicon/part-back.js';
import { BEFORE, PLACE_BACK } from '../lexicon/undo.js';
import { foldText } from './fold.js';

/*
 * "I still need budget.xlsx, bring just that one back", "la de toby no, esa devuélvela a descargas": one thing out of a job is
 * to come back. What it is and where it is to be are given as they were said.
 */

export interface PartSaid {
  readonly what: string;
  readonly home?: string;
  readonly isTrashed: boolean;
  /** The pronoun that it is pointed back at with, where the order itself does not name it. */
  readonly points?: 'one' | 'many';
}

const LEAD = `^\\W*(?:(?:${NO}|${INTERJECTIONS}|pero|but)\\b[\\s,.;:!]*)*`;
/** A name may have a dot in it. */
const WHAT = `(?!(?:${NO_NAME})(?![\\p{L}\\d.]))(?<what>(?:[^,;.!?]|\\.(?=\\w))+?)`;
const PAUSE = '\\s*(?:[,;.:]+\\s*(?:so |and |y |asi que )?|\\s(?:so|and|asi que)\\s)';
const TO = '(?:back )?(?:to|in|into|on|onto)|al?|en';
const HOME = `(?: (?:${PLACE_BACK}|${BEFORE})| (?:${TO}) (?<home>(?:[^,;.!?]|\\.(?=\\w))+?))?`;
const END = `${ITS_END}[\\s.!?]*$`;
const IT_EN = `(?<it>${BACK_EN.it})${HOME}`;
const IT_ES = `(?<it>${BACK_ES.it})${HOME}`;

const FORMS = [
  `(?:${NEEDED_EN}) ${WHAT}(?: after all)?${PAUSE}${IT_EN}`,
  `(?:${NEEDED_ES.before}) ${WHAT}${PAUSE}${IT_ES}`,
  `${WHAT},? (?:${NEEDED_EN})${PAUSE}${IT_EN}`,
  `${WHAT},? (?:${NEEDED_ES.behind})${PAUSE}${IT_ES}`,
  `not ${WHAT}${PAUSE}${IT_EN}`,
  `${WHAT},? (?:no|not)${PAUSE}(?:${IT_EN}|(?:es[aeo]s? )?${IT_ES.replaceAll('?<', '?<es_')})`,
  `${WHAT} (?:${SHOULD_GO_BACK_EN}|${SHOULD_GO_BACK_ES})${HOME}`,
  `(?:${BACK_EN.verb}) ${WHAT} (?:${BACK_EN.back})${HOME}`,
  `(?:${BACK_EN.verbBack}) ${WHAT}${HOME}`,
  `(?:${BACK_ES.verb}) ${WHAT}(?: (?:${BACK_ES.back}))?${HOME}`,
  `(?:${UNDO_ONLY}) ${WHAT}`,
  `(?:${BACK_ES.verbOut}) ${WHAT} (?:${BACK_ES.back})${HOME}`,
].map((form) => new RegExp(`${LEAD}${form}${END}`, 'du'));

const TRASH = /\b(?:papelera|basura|trash|bin)\b/;
const MANY = /\b(?:them|those|\w*l[oa]s)\b/;
const LEAVES = new RegExp(`(?<![\\p{L}\\d.])(?:${LEAVES_OUT})(?![\\p{L}\\d.])`, 'u');

/** What of a job is to come back; undefined where a sentence orders nothing of the kind, or more. */
export const partSaid = (sentence: string): PartSaid | undefined => {
  const said = sentence.normalize('NFC');
  const folded = foldText(said).replace(/\s/g, ' ');
  if (folded.trimEnd().endsWith('?') && !POLITELY_ASKED.test(folded)) return undefined;
  const match = FORMS.map((form) => form.exec(folded)).find((found) => found !== null);
  const at = match?.indices?.groups;
  const part = (name: string): string | undefined => {
    const span = at?.[name] ?? at?.[`es_${name}`];
    return span && said.slice(...span);
  };
  const [what, home, it] = ['what', 'home', 'it'].map(part);
  if (!what || LEAVES.test(foldText(what))) return undefined;
  const points = it && { points: MANY.test(foldText(it)) ? ('many' as const) : ('one' as const) };
  return { what, isTrashed: TRASH.test(folded), ...(home && { home }), ...points };
};
