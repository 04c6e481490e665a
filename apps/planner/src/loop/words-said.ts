import { fold } from '#contracts/words/language';
import { placeWords } from './places.js';

/** Reading the person's own words: which places and names they said, and whether as source or destination. */

/** Lower case words without accents and punctuation, between single spaces. */
export const wordsOf = (text: string): string => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** The parts of a location that a person could have said: placeholders are free. */
export const partsOf = (location: string): string[] =>
  location.split('/').filter((part) => part !== '' && wordsOf(part.replace(/\{\w+\}/g, '')) !== '');

/** How a person may say one part: a place by any of its words, a file also without its extension. */
export const waysToSay = (part: string): string[] => {
  const known = placeWords(part);
  if (known !== undefined) return known.map(wordsOf);
  return [part, part.replace(/\.[^.]{1,8}$/, '')].map(wordsOf).filter((words) => words !== '');
};

export const isSaid = (part: string, said: string): boolean =>
  waysToSay(part).some((words) => ` ${said} `.includes(` ${words} `));

const TOWARDS = new Set(['a', 'al', 'hacia', 'hasta', 'to', 'into', 'onto']);
const AWAY = new Set(['de', 'del', 'desde', 'from', 'of']);
/** Words that stand between a preposition and a name. */
const BETWEEN = new Set(
  'el la los las mi mis tu tus su sus un una lo the my your a an carpeta folder directorio llamada llamado called named archivo file'.split(
    ' ',
  ),
);

export type Role = 'source' | 'destination' | 'either';

/** Each mention of a part, by the preposition before it: "del escritorio" is a source, "a documentos" a destination. */
export const rolesOf = (part: string, said: string): Role[] =>
  waysToSay(part).flatMap((words) => mentions(words.split(' '), said.split(' ')));

const mentions = (words: readonly string[], said: readonly string[]): Role[] =>
  said.flatMap((_, at) => (words.every((word, offset) => said[at + offset] === word) ? [roleAt(said, at)] : []));

const roleAt = (said: readonly string[], at: number): Role => {
  let before = at - 1;
  while (before > 0 && BETWEEN.has(said[before] ?? '') && !TOWARDS.has(said[before] ?? '')) before -= 1;
  const word = said[before] ?? '';
  if (TOWARDS.has(word)) return 'destination';
  return AWAY.has(word) ? 'source' : 'either';
};
