import type { RequestOf } from '#contracts/operation';
import type { rename } from '#contracts/operations/rename';
import type { Source } from './source.js';
import { fillingOf, fillName, stemOf } from './template.js';

type Rule = Pick<RequestOf<typeof rename>, 'to' | 'replace' | 'case'>;

const title = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(^|[\s_\-.([])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

/** Upper case and titles leave the extension as it is; nobody wants `.Jpg`. */
const inCase = (name: string, wanted: Rule['case'], isFolder: boolean): string => {
  if (wanted === undefined) return name;
  if (wanted === 'lower') return name.toLowerCase();
  const stem = stemOf(name, isFolder);
  return (wanted === 'upper' ? stem.toUpperCase() : title(stem)) + name.slice(stem.length);
};

/** The name an entry would get: first the new name, then the text replaced in it, then its case. */
export const newNameFor = (source: Source, rule: Rule, n: number): string => {
  const isFolder = source.kind === 'folder';
  const { name, mtimeMs, parts } = source;
  const filling = fillingOf({ name, isFolder, mtimeMs, relpath: '', parent: parts.at(-1) ?? '', n });
  const named = rule.to === undefined ? name : fillName(rule.to, { filling, isFolder });
  return inCase(rule.replace ? replacedIn(named, rule.replace, isFolder) : named, rule.case, isFolder);
};

/** What was taken out leaves no space at the ends of the stem (`foto (1).jpg` becomes `foto.jpg`), and never no stem at all. */
const replacedIn = (name: string, { find, with: put }: NonNullable<Rule['replace']>, isFolder: boolean): string => {
  const replaced = name.replaceAll(find, put);
  if (put !== '' || replaced === name) return replaced;
  const ending = name.slice(stemOf(name, isFolder).length);
  const kept = replaced.endsWith(ending) ? ending : '';
  const stem = replaced.slice(0, replaced.length - kept.length).trim();
  return stem === '' ? name : stem + kept;
};
