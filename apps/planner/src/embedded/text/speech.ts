import { spaced } from './spaced.js';
import { ADDRESSED, CLOSINGS, GREETINGS, MY_FAULT, NEWS, VOCATIVES, YES } from '../lexicon/greetings.js';
import { EXCLAMATIONS } from '../lexicon/complaints.js';
import { foldText } from './fold.js';

/*
 * What people say around an order and what changes nothing about it, taken off before the sentence is cut into orders:
 * greetings, whom they speak to, "go ahead and".
 */

/** ` ?` is a space that may be missing. */
const loose = (pattern: string): RegExp => spaced(pattern.replace(/ \?/g, '\\s*'));

const MARK = '[\\s,.;:!?¡¿-]';
const CALL = `${GREETINGS}(?:[ ,]+(?:${ADDRESSED}|${VOCATIVES}))?`;
const NAME = `(?:${ADDRESSED}(?=\\s*[,:!])|${VOCATIVES}(?=\\s*[,!]))`;
const LEAD = loose(
  `^${MARK}*(?:${CALL}|${NAME}|${YES}|${MY_FAULT}|${NEWS}|${EXCLAMATIONS})(?:${MARK}*[,.;:!?-]${MARK}*|\\s+(?=[¿¡]))(?=\\S)`,
);
/** "…, crack", "… gracias, ¡genio!" at the very end. */
const TAIL = loose(`,\\s*¡?(?:${ADDRESSED}|${VOCATIVES})[\\s.!?]*$`);

/** "… Cheers, Priya", "… Quedo atento." */
const CLOSING = loose(
  `(?:[,.!?;]\\s*|(?<=\\ue001)\\s+)(?:${CLOSINGS})(?<signed>[,.!\\s]+(?<name>\\p{L}+)(?: \\p{L}+)?)?[\\s.!]*$`,
);

const GO_AHEAD =
  /\b(?:(?:can|could|would|will) you )?(?:please )?(?:just )?(?:go ahead and|be a dear and|feel free to|try (?:to|and))\s+(?=\p{L})/giu;

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\b(that|it|there|what|who|where|here)['’]s\b(?! (?:name|folder|file))/giu, '$1 is'],
  [/^(\W*(?:(?:and|so|ok|tell me|hey)[\s,]+)*(?:what|where|who|how))s(?=\s)/giu, '$1 is'],
  [/\b(is|are|was|were|has|have|had)n['’]?t\b/giu, '$1 not'],
  [/\b(i|you|we|they)['’]ve\b/giu, '$1 have'],
  [/\b(they|you|we)['’]re\b/giu, '$1 are'],
  [/\bi['’]m\b/giu, 'i am'],
  [/\b(today|yesterday|(?:last|this) (?:week|month|year|weekend))['’]s\b/giu, '$1'],
  [/\bwhere (?:on earth|the (?:hell|heck))\b/giu, 'where'],
  [/\b(copi[aeá]\p{L}*) y peg\p{L}+/giu, '$1'],
  [/\bcort[aeá]r?\p{L}* y peg\p{L}+/giu, 'mueve'],
  [/\bcopy(?:ing)? (?:and|&) past(?:e|ing)\b/giu, 'copy'],
  [/\bcut(?:ting)? (?:and|&) past(?:e|ing)\b/giu, 'move'],
  [/\b(?:tmrw|tmr|2moro|tomoz)\b/giu, 'tomorrow'],
  [/\bq\b/giu, 'que'],
  [/\bxq\b/giu, 'porque'],
  [/\bx fa(vor)?\b/giu, 'por favor'],
  [/\btb\b/giu, 'también'],
  [/\s+[-–—]+\s+(?!(?:[^\s,.]+ ){0,4}\ue000)(?=\p{Ll})/gu, '; '],
  [/,\s*(?:la|el|los|las|the one|the ones)\s+((?:del?|que est[aá]n? en|in|on|from)\s+[^,]+),/giu, ' $1'],
  [/\b(it|that)['’]d be\b/giu, '$1 would be'],
];

const withoutLead = (sentence: string): string => {
  const lead = LEAD.exec(foldText(sentence))?.[0].length ?? 0;
  return lead === 0 ? sentence : withoutLead(sentence.slice(lead));
};

/** Where the end of a letter begins; what follows it must be a name, which has a capital. */
const closingAt = (sentence: string, match: RegExpExecArray | null): number | undefined => {
  const signed = match?.groups?.['signed'];
  const name = match?.groups?.['name'];
  if (!match || signed === undefined || name === undefined) return match?.index;
  const from = match.index + match[0].indexOf(signed) + signed.indexOf(name);
  return /^\p{Lu}/u.test(sentence.slice(from)) ? match.index : undefined;
};

const withoutTail = (sentence: string): string => {
  const folded = foldText(sentence);
  const at = TAIL.exec(folded)?.index ?? closingAt(sentence, CLOSING.exec(folded));
  return at === undefined || at === 0 ? sentence : sentence.slice(0, at);
};

/** The sentence with short forms written out and without what is said around the order. Names must be masked before. */
export const plainly = (sentence: string): string =>
  SHORT.reduce(
    (text, [short, long]) => text.replace(short, long),
    withoutTail(withoutLead(sentence.normalize('NFC'))).replace(GO_AHEAD, ''),
  );
