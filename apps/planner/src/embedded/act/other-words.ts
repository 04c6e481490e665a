import type { Select } from '#contracts/selection';
import type { Clause, Thing } from '../grammar/clause.js';
import { permuted } from '../grammar/stems.js';
import { synonymsOf } from '../lexicon/synonyms.js';
import { foldName } from '../text/fold.js';

/** What is called by a word of the other language, for when nothing is called by the one that was said. */

/** The words by which things were said. */
export const wordsOf = ({ things }: Clause): string[] =>
  things.flatMap(({ terms, name }) => terms ?? (name === undefined ? [] : [name]));

const OTHER_WORDS_MAX = 12;

/** Each word by those that mean the same, as many lists as there are ways; none where no word has another. */
const listsOf = (words: readonly string[]): string[][] => {
  const plain = words.map((word) => foldName(word).replace(/['’]s$/, '')).filter((word) => !LITTLE.has(word));
  const choices = plain.map((word) => [word, ...synonymsOf(word)]);
  if (plain.length === 0 || choices.every(({ length }) => length === 1)) return [];
  const all = choices.reduce<string[][]>(
    (lists, next) => lists.flatMap((list) => next.map((word) => [...list, word])),
    [[]],
  );
  return all.slice(0, OTHER_WORDS_MAX);
};
const LITTLE = new Set(['de', 'del', 'la', 'el', 'the', 'of', 'for', 'my', 'mi']);

/** "annual report" may be "informe anual.pdf". */
export const inOtherWords = (words: readonly string[]): string[] => listsOf(words).flatMap((list) => permuted(list));

/** "the invoices" may be called "factura 12.pdf": the same things by each way to say them. */
export const thingsInOtherWords = (things: readonly Thing[]): Thing[] =>
  things.flatMap((thing) => listsOf(thing.terms ?? []).map((terms) => ({ ...thing, terms })));

/** The same question about names in other words; nothing where there are none. */
export const otherSubject = <Subject extends { readonly parts: readonly { readonly select: Select }[] }>(
  clause: Clause,
  subject: Subject,
): Subject | undefined => {
  const names = inOtherWords(wordsOf(clause).flatMap((word) => word.split(/\s+/)));
  if (names.length === 0) return undefined;
  return { ...subject, parts: subject.parts.map((part) => ({ ...part, select: { ...part.select, names } })) };
};
