import type { Language } from '../chat.js';
import { bytes, counted, number } from './amounts.js';
import { inWords } from './in-words.js';
import { shownLocation } from './place-names.js';

/** Two folders side by side, in sentences. By names and sizes alone, and it says so. */

const SHOWN = 20;

interface ComparedFile {
  /** Below its folder, as it is called there. */
  readonly name: string;
  readonly size: number;
}

export interface Comparison {
  /** Both folders and how many files were compared of each. */
  readonly folders: readonly [ComparedFolder, ComparedFolder];
  readonly onlyFirst: readonly ComparedFile[];
  readonly onlySecond: readonly ComparedFile[];
  readonly otherSize: readonly (ComparedFile & { readonly second: number })[];
  readonly alike: number;
  /** Only what the second lacks was asked. */
  readonly lacking: boolean;
  /** Folders that could not be looked into. */
  readonly left: readonly string[];
}

interface ComparedFolder {
  readonly location: string;
  readonly files: number;
}

const section = (head: string, rows: readonly string[], language: Language): string[] => {
  if (rows.length === 0) return [];
  const more = rows.length - SHOWN;
  const rest =
    more > 0 ? [inWords(language, `…y ${number(more, language)} más`, `…and ${number(more, language)} more`)] : [];
  return [`${head}:`, ...rows.slice(0, SHOWN).map((row) => `• ${row}`), ...rest];
};

const rowsOf = (files: readonly ComparedFile[], language: Language): string[] =>
  files.map(({ name, size }) => `${name} (${bytes(size, language)})`);

const headText = ([first, second]: Comparison['folders'], language: Language): string => {
  const [a, b] = [first, second].map(
    ({ location, files }) => `${shownLocation(location, language)} (${counted(files, 'file', language)})`,
  );
  return inWords(
    language,
    `Comparé ${a} con ${b}, por nombre y tamaño, no por contenido.`,
    `I compared ${a} with ${b}, by name and size, not by content.`,
  );
};

const onlyIn = ({ location }: ComparedFolder, language: Language): string =>
  inWords(language, `Solo en ${shownLocation(location, language)}`, `Only in ${shownLocation(location, language)}`);

const nothingLacks = ([, { location }]: Comparison['folders'], language: Language): string =>
  inWords(
    language,
    `Nada falta en ${shownLocation(location, language)}.`,
    `Nothing is missing from ${shownLocation(location, language)}.`,
  );

const leftText = (left: readonly string[], language: Language): string[] =>
  left.length === 0
    ? []
    : [
        inWords(
          language,
          `No comparé todo: no pude mirar dentro de ${left.join(', ')}.`,
          `Not everything was compared: I could not look into ${left.join(', ')}.`,
        ),
      ];

/** What only one of them has, what both have with another size, and how many are alike. */
export const comparedText = (comparison: Comparison, language: Language): string => {
  const { folders, onlyFirst, onlySecond, otherSize, alike, lacking, left } = comparison;
  const sizes = otherSize.map(
    ({ name, size, second }) => `${name} (${bytes(size, language)} → ${bytes(second, language)})`,
  );
  return [
    headText(folders, language),
    ...section(onlyIn(folders[0], language), rowsOf(onlyFirst, language), language),
    ...(lacking && onlyFirst.length === 0 ? [nothingLacks(folders, language)] : []),
    ...(lacking ? [] : section(onlyIn(folders[1], language), rowsOf(onlySecond, language), language)),
    ...section(inWords(language, 'Con el mismo nombre y otro tamaño', 'Same name, another size'), sizes, language),
    inWords(
      language,
      `Iguales en nombre y tamaño: ${number(alike, language)}.`,
      `Alike in name and size: ${number(alike, language)}.`,
    ),
    ...leftText(left, language),
  ].join('\n');
};

/** More than are compared one by one: only how many there are. */
export const tooManyToCompareText = (folders: Comparison['folders'], most: number, language: Language): string => {
  const [a, b] = folders.map(
    ({ location, files }) => `${shownLocation(location, language)}: ${counted(files, 'file', language)}`,
  );
  return inWords(
    language,
    `No los comparé: son demasiados (${a}; ${b}) y comparo hasta ${number(most, language)} por carpeta. Prueba con una subcarpeta o con una sola clase de archivos: «¿qué pdf hay en … que no estén en …?».`,
    `I did not compare them: there are too many (${a}; ${b}), and I compare up to ${number(most, language)} a folder. Try a subfolder, or one kind of files: “which pdfs are in … that are not in …?”.`,
  );
};

export const sameFolderText = (location: string, language: Language): string =>
  inWords(
    language,
    `Las dos son la misma carpeta: ${shownLocation(location, language)}.`,
    `Both are the same folder: ${shownLocation(location, language)}.`,
  );
