import { actOfWord, isVocabulary, VERB_WORDS } from '../grammar/vocabulary.js';
import { numberOf } from '../lexicon/numbers.js';
import { TOLD_EN } from '../lexicon/verbs-en.js';
import { TOLD_ES } from '../lexicon/verbs-es.js';
import { OTHER_VERBS } from '../lexicon/verbs-other.js';
import { isMonth } from '../time/points.js';
import { splitEnclitics } from './enclitics.js';
import { foldText } from './fold.js';

/*
 * Small slips of the fingers: one letter wrong, missing, too many, or two swapped. Only words of the lexicon are mended, and
 * never where a name stands: a folder "descargos" is not "descargas".
 */

const KINDS =
  'archivos archivo ficheros carpetas carpeta documentos imagenes videos folders folder pictures photos images documents'.split(
    ' ',
  );
const COMMON =
  'todos todas todo archivos archivo carpeta carpetas fotos menos excepto llamada llamado desde hasta dentro adentro mayores grandes semana meses dias ' +
  'files file folder folders called named except from into older larger than last everything escritorio descargas documentos imagenes desktop downloads documents pictures cuantos cuantas cuanto donde';
const PLACES: readonly (readonly [string, string])[] = [
  ['escritorio', 'desktop'],
  ['desktop', 'desktop'],
  ['descargas', 'downloads'],
  ['downloads', 'downloads'],
  ['documentos', 'documents'],
  ['documents', 'documents'],
  ['imagenes', 'pictures'],
  ['pictures', 'pictures'],
];

/** Whether two words are one slip apart: substitution, insertion, deletion, or a swap of neighbours. */
export const isOneSlip = (a: string, b: string): boolean => {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
};

/** The known place a word was meant to be, if it is one slip away from exactly one. */
export const nearPlace = (word: string): string | undefined => {
  const folded = foldText(word);
  const near = new Set(
    PLACES.filter(([name]) => folded.length > 5 && isOneSlip(folded, name)).map(([, place]) => place),
  );
  return near.size === 1 ? [...near][0] : undefined;
};

const NAMING =
  /(?:llamad[oa]s?|llame|nombre|called|named|name|carpeta|folder|archivo|file|como|by|prefijo|prefix|busca|buscar|find|search|for|contrato|de|del|from|a|al|to)$/;

/** "borró" is no slip of "borra": it tells. */
const TOLD = /(?:é|ó|í|aste|iste|aron|ieron)$/u;

/** "Old menus": after a word with a capital it may be the rest of a name. */
const IN_A_NAME = /\S\s+\p{Lu}\p{Ll}+\s$/u;

/** A word that is right as it is: "tres" is no slip of "tires". */
const isKnown = (folded: string): boolean =>
  isVocabulary(folded) ||
  isMonth(folded) ||
  !Number.isNaN(numberOf(folded)) ||
  [OTHER_VERBS, TOLD_ES, TOLD_EN].some((known) => known.has(folded));

const mendWith = (sentence: string, mend: (folded: string, before: string) => string | undefined): string =>
  sentence.replace(
    /(?<![\p{L}\p{N}./\\*_"'“«~-])\p{L}{4,}(?![\p{L}\p{N}./\\*_"'”»-])/gu,
    (word: string, offset: number) => {
      const folded = foldText(word);
      if (isKnown(folded)) return word;
      if (IN_A_NAME.test(sentence.slice(0, offset)) || TOLD.test(word) || splitEnclitics(word) !== word) return word;
      return mend(folded, foldText(sentence.slice(0, offset)).trimEnd()) ?? word;
    },
  );

/** Mends the words for files and folders themselves, everywhere but after a word that brings a name. */
export const mendKinds = (sentence: string): string =>
  mendWith(sentence, (folded, before) => {
    if (folded.length < 6 || NAMING.test(before)) return undefined;
    const near = KINDS.filter((word) => isOneSlip(folded, word));
    return near.length === 1 ? near[0] : undefined;
  });

/** A slip of the first letter makes another verb ("rota", "bota"), unless the first two are swapped. */
const beginsLike = (word: string, meant: string): boolean =>
  word[0] === meant[0] || (word[0] === meant[1] && word[1] === meant[0]);

const mended = (folded: string): string | undefined => {
  if ([...OTHER_VERBS].some((word) => beginsLike(folded, word) && isOneSlip(folded, word))) return undefined;
  const verbs = [...VERB_WORDS].filter(
    (word) => word.length > 3 && beginsLike(folded, word) && isOneSlip(folded, word),
  );
  const acts = new Set(verbs.map(actOfWord));
  if (acts.size === 1) return verbs[0];
  const near = COMMON.split(' ').filter((word) => word.length > 3 && isOneSlip(folded, word));
  return acts.size === 0 && near.length === 1 ? near[0] : undefined;
};

/** For a sentence that was not understood: every unknown word that has one clear meaning one slip away. */
export const mendAll = (sentence: string): string => mendWith(sentence, mended);
