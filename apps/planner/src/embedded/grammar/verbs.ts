import type { VerbSense } from '../lexicon/acts.js';
import { OPENINGS, type Opening } from '../lexicon/questions.js';
import { VERBS_EN } from '../lexicon/verbs-en.js';
import { VERBS_ES } from '../lexicon/verbs-es.js';
import { words, type Cursor } from '../text/cursor.js';

const byWord = new Map<string, VerbSense>();
let longest = 1;
for (const sense of [...VERBS_ES, ...VERBS_EN]) {
  for (const word of sense.words) {
    if (!byWord.has(word)) byWord.set(word, sense);
    longest = Math.max(longest, word.split(' ').length);
  }
}

const PIECES = Array.from(
  { length: longest },
  (_, index) => new RegExp(`[a-z]+(?:\\s+~?[a-z]+){${longest - 1 - index}}(?=[\\s,.;:!?()]|$)`, 'y'),
);
const AFTER_ARTICLE =
  /(?:^|\s)(?:el|la|los|las|una|un|unas|unos|the|a|an|my|mi|mis|tu|esta|este|ese|esa|of|del|de|your|this)\s+$/;
const PRONOUNS = /\s+~[a-z]+/g;

export interface VerbReading {
  readonly sense: VerbSense;
  readonly pronouns: string[];
}

/** The verb where the cursor stands; a word after an article is a noun ("la copia"), not an order. */
export const eatVerb = (cursor: Cursor): VerbReading | undefined => {
  if (AFTER_ARTICLE.test(cursor.before)) return undefined;
  for (const pattern of PIECES) {
    const match = cursor.look(pattern);
    if (!match) continue;
    const pronouns = match[0].match(PRONOUNS)?.map((pronoun) => pronoun.trim()) ?? [];
    const sense = byWord.get(match[0].replace(PRONOUNS, '').replace(/\s+/g, ' '));
    if (!sense) continue;
    cursor.moveTo(cursor.at + match[0].length);
    return { sense, pronouns };
  }
  return undefined;
};

const openings = OPENINGS.map((opening) => ({ opening, pattern: words(opening.pattern) }));

/** A way of asking that is a whole phrase ("cuánto ocupan", "put them back"). */
export const eatOpening = (cursor: Cursor): Opening | undefined =>
  openings.find(({ pattern }) => cursor.eat(pattern) !== undefined)?.opening;
