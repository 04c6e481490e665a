import { withHow } from './by-doing.js';
import { foldText } from './fold.js';
import { actOfWord, isVerbWord } from '../grammar/vocabulary.js';
import type { Act } from '../lexicon/acts.js';
import { plainly } from './speech.js';

const WORD = /[\p{L}]+/gu;
const CLITICS: readonly RegExp[] = [
  /^(.{2,}?)(me|te|se|nos|le|les)(lo|la|los|las)$/,
  /^(.{2,})(los|las|les|nos|lo|la|le|me|te|se)$/,
];
/** Words that only look like a verb with a pronoun. */
const NOT_SPLIT = new Set(
  'dale vale cosas hola vela tela sala cola escuela novela pasarela carpetas vamos nombre nombres cuales'.split(' '),
);
const SHORT_STEMS = new Set(['da', 've', 'di', 'pon', 'haz', 'lee', 'ver', 'dar', 'pone', 'tira']);

/** "grab" is no Spanish verb, so what follows it is no pronoun. */
const SPANISH_END = /[aeioulrnszd]$/;

const stemOf = (stem: string): string | undefined => {
  if (!SPANISH_END.test(stem)) return undefined;
  if (isVerbWord(stem) && (stem.length > 3 || SHORT_STEMS.has(stem))) return stem;
  return isVerbWord(`${stem}s`) && stem.length > 4 ? stem : undefined;
};

/** "borraste" is a question about what was done, not "borras" with a pronoun. */
const DONE = /[ai]ste$/;

const splitWord = (word: string): string => {
  const folded = foldText(word);
  if (DONE.test(folded)) return word;
  if (folded.length < 5 && !/^(?:d[ai]|ve)(?:me|lo|los|las|la)$/.test(folded)) return word;
  if (NOT_SPLIT.has(folded) || isVerbWord(folded)) return word;
  for (const pattern of CLITICS) {
    const match = pattern.exec(folded);
    const stem = match && stemOf(match[1]!);
    if (stem) return [stem, ...match.slice(2).map((clitic) => `~${clitic}`)].join(' ');
  }
  return word;
};

/** "dale las facturas a …" gives; "dale, mueve …" only agrees. */
const GIVES = /\bdale(?=\s+(?:el|la|los|las|mis|es[oa]s|est[oa]s)\s+\p{L}+\s+(?:[\p{L}\s]{0,40}\s)?al?\s)/giu;

/** "¿me los mueves?": a pronoun before the verb. */
const PROCLITIC = /\b((?:me|te|nos|se)\s+)(l[oa]s?)\s+(\p{L}+)/giu;

/** "no los muevas": a pronoun between the "no" and the verb that it denies. */
const DENIED = /\b((?:no|ni|nunca)\s+)(l[oa]s?)\s+(\p{L}+)/giu;
const withDenied = (all: string, ...[no, pronoun, verb]: string[]): string =>
  DENIABLE.has(actOfWord(foldText(verb!)) as Act) ? `${no}${verb} ~${pronoun}` : all;

/** "que las fotos … las pongas en …": a pronoun between what is wished for and its verb; between a verb and a noun it is none. */
const WISHED = /\b(que\s+(?:el|la|l[oa]s|tod[oa]s?|mis?)\s[^,.;:]*?\s)(l[oa]s?)\s+(\p{L}+[ae]s)(?=[\s.,!?]|$)/giu;
const withWished = (all: string, ...[before, pronoun, verb]: string[]): string => {
  const isOrder = DENIABLE.has(actOfWord(foldText(verb!)) as Act);
  const isFirst = !before!.split(/\s+/).some((word) => isVerbWord(foldText(word)));
  return isOrder && isFirst ? `${before}${verb} ~${pronoun}` : all;
};
const DENIABLE = new Set<Act>(['move', 'copy', 'trash', 'rename', 'organise']);

const QUOTED = /"[^"]*"|“[^”]*”|«[^»]*»|‘[^’]*’|`[^`]*`|\S*[./\\*]\S+/g;

/** "muévelos" → "mueve ~los": the pronoun becomes a word of its own, marked so that it is not an article. */
export const splitEnclitics = (sentence: string): string => {
  const kept: string[] = [];
  const masked = sentence.replace(QUOTED, (quoted) => `\ue000${kept.push(quoted) - 1}\ue001`);
  return withHow(plainly(masked))
    .replace(GIVES, 'da ~le')
    .replace(PROCLITIC, '$1~$2 $3')
    .replace(DENIED, withDenied)
    .replace(WISHED, withWished)
    .replace(WORD, splitWord)
    .replace(/\ue000(\d+)\ue001/g, (_, index: string) => kept[Number(index)]!);
};
