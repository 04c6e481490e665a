import { either } from '../lexicon/either.js';
import { NUMBER, numberOf } from '../lexicon/numbers.js';
import { Cursor } from '../text/cursor.js';
import { indexed, type Indexed } from '../text/spaced.js';
import type { Text } from '../text/text.js';
import { namesIn, PLAIN_NAME } from './folder-names.js';
import type { Stretch } from './stretch.js';

/** More folders, in the one that was just made: "… y dentro otras tres: A, B y C", "… and inside it two more, A and B". */

const HERE = either(
  '(?:dentro|adentro)(?: de (?:ella|esa|esta|la misma|esa carpeta|ahi))?|(?:ahi|alli)(?: dentro| mismo)?',
  '(?:inside|in)(?: (?:it|there|that(?: one| folder)?))|inside',
);
const MAKE = '(?:(?:crea|haz|hace|pon|make|create|put|add)(?: ~?me)? )?';
const NOUN = '(?: (?:sub\\s*)?(?:carpetas|carpetitas|folders))';
const SO_MANY = (name: string): string =>
  `(?:(?:otras|another|other) )?(?:(?<${name}>${NUMBER})|(?<=otras|other)|(?=sub))(?: mas| more)?${NOUN}?(?: mas| more)?`;
const FORM = indexed(
  `^(?:(?:y|and|e) )?(?:${MAKE}${HERE},? ${MAKE}${SO_MANY('a')}|${MAKE}${SO_MANY('b')} ${HERE}|(?:con|with) (?<c>${NUMBER})${NOUN}(?: ${HERE})?)` +
    '\\s*[:,]\\s*(?<names>[^:;.?!]+)[.!\\s]*$',
);

export interface FoldersInside {
  readonly names: readonly string[];
  /** Where the names begin: no order does, whatever they are called. */
  readonly at: number;
}

/** As many names as were counted, to the end. */
export const foldersInside = (text: Text, { from, to }: Stretch): FoldersInside | undefined => {
  const match = FORM.exec(text.folded.slice(from, to)) as Indexed | null;
  if (!match) return undefined;
  const [first, last] = match.indices.groups['names']!;
  const names = namesIn(new Cursor(text, from + first, from + last));
  const count = match.groups!['a'] ?? match.groups!['b'] ?? match.groups!['c'];
  const isSo = names && names.length > 1 && (count === undefined || names.length === numberOf(count));
  return isSo && names.every((name) => PLAIN_NAME.test(name)) ? { names, at: from + first } : undefined;
};
