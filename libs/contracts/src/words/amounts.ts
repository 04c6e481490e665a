import type { Language } from '../chat.js';

/** How numbers, sizes and counted things are written for people. */

type Forms = readonly [one: string, other: string];

const NOUNS = {
  file: { es: ['archivo', 'archivos'], en: ['file', 'files'] },
  folder: { es: ['carpeta', 'carpetas'], en: ['folder', 'folders'] },
  entry: { es: ['elemento', 'elementos'], en: ['item', 'items'] },
  name: { es: ['nombre', 'nombres'], en: ['name', 'names'] },
  extra: { es: ['copia de más', 'copias de más'], en: ['extra copy', 'extra copies'] },
} as const satisfies Record<string, Record<Language, Forms>>;

export type Noun = keyof typeof NOUNS;

const RULES = { es: new Intl.PluralRules('es'), en: new Intl.PluralRules('en') };
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** The form of a word that fits a count, by the plural rules of the language. */
export const plural = (count: number, [one, other]: Forms, language: Language): string =>
  RULES[language].select(count) === 'one' ? one : other;

export const number = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);

/** "12 archivos", "1 file". */
export const counted = (count: number, noun: Noun, language: Language): string =>
  `${number(count, language)} ${plural(count, NOUNS[noun][language], language)}`;

/** "3,4 MB": decimal units, one decimal. */
export const bytes = (value: number, language: Language): string => {
  const power = value < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(value) / 3));
  return `${number(value / 1000 ** power, language)} ${UNITS[power]}`;
};

/** "a", "a y b", "a, b y c". */
export const listed = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
