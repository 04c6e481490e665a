import { foldName } from '../text/fold.js';
import type { Thing } from './clause.js';
import { stem } from './stems.js';

/** Names as words: "kiln logs" is "kiln log spring.csv" and "Kiln_Logs.pdf", never "kiln catalog.pdf". */

const wordsIn = (name: string): string[] =>
  foldName(name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')).match(/\p{L}+|\p{N}+/gu) ?? [];

const ENDINGS = new Set(['', 's', 'es', 'y', 'ies']);

const isSame = (said: string, word: string): boolean => word.startsWith(said) && ENDINGS.has(word.slice(said.length));

/** Each word said is a whole word of the name, in the singular or the plural. */
export const isCalled = ({ terms = [] }: Thing, name: string): boolean => {
  const parts = wordsIn(name);
  return terms.flatMap((term) => wordsIn(stem(term))).every((said) => parts.some((part) => isSame(said, part)));
};
