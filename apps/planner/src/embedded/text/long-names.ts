import { isVocabulary } from '../grammar/vocabulary.js';
import { foldText } from './fold.js';

/*
 * "la carpeta Fin de curso", "in Minutes of the board": a small word may be a part of what a folder is called, or begin the
 * next phrase. Only the disk knows, so these are the names that something may have.
 */

const CAPITAL = '(?=\\p{Lu})';
const BEGINS = new RegExp(
  `(?<=(?<![\\p{L}\\p{N}])(?:carpeta|folder|directorio)\\s+)(?=\\p{L})|` +
    `(?<=(?<![\\p{L}\\p{N}])(?:en|in|into|inside|to|a|from|desde|de|del|has|have|tiene|the|my|la|el|mi)\\s+)${CAPITAL}`,
  'gu',
);
const WORD = /^[\p{L}\p{N}][\p{L}\p{N}'’_-]*(?=$|[\s,.;:!?)])/u;
const JOINING = /^(?:de|del|of|para|for|en|in|y|e|and|con|with)$/;
const ARTICLE = /^(?:el|la|los|las|the|mi|mis|my|our|un|una|an?)$/;
const MOST_WORDS = 7;
const MOST_NAMES = 12;

const wordsAt = (sentence: string, at: number): string[] => {
  const words: string[] = [];
  for (let rest = sentence.slice(at); words.length < MOST_WORDS;) {
    const word = WORD.exec(rest)?.[0];
    if (word === undefined) break;
    words.push(word);
    rest = rest.slice(word.length);
    const gap = /^ (?=\S)/.exec(rest)?.[0];
    if (gap === undefined) break;
    rest = rest.slice(1);
  }
  return words;
};

const isSmall = (word: string): boolean => JOINING.test(word) || ARTICLE.test(word);

/** As far as a name may go: a word of the language after a small word is the next phrase. */
const namesOf = (words: readonly string[]): string[] => {
  const names: string[] = [];
  const folded = words.map(foldText);
  for (const [at, word] of folded.entries()) {
    if (isSmall(word)) continue;
    if (at > 0 && isSmall(folded[at - 1]!) && isVocabulary(word)) break;
    if (folded.slice(1, at).some((each) => JOINING.test(each))) names.push(words.slice(0, at + 1).join(' '));
  }
  return names;
};

/** What may be a folder's name with small words in it; the longest first. */
export const longNamesIn = (sentence: string): string[] => {
  const names = [...sentence.normalize('NFC').matchAll(BEGINS)].flatMap(({ index }) =>
    namesOf(wordsAt(sentence.normalize('NFC'), index)),
  );
  return [...new Set(names)].sort((a, b) => b.length - a.length).slice(0, MOST_NAMES);
};
