import type { Language } from '#contracts/chat';
import { issue, refused } from '#contracts/issues';
import type { Category } from '#contracts/selection';
import { CATEGORY_FOLDERS } from '#contracts/words/category-folders';
import { categoryOf, extensionOf } from '../selection/category.js';

/** Destinations and new names with placeholders, filled for each entry. */

const PLACEHOLDERS = ['name', 'stem', 'ext', 'yyyy', 'mm', 'dd', 'category', 'relpath', 'parent', 'n'] as const;
type Placeholder = (typeof PLACEHOLDERS)[number];
export type Filling = Readonly<Record<Placeholder, string>> & { readonly category: Category };

const PATTERN = /\{([a-z]+)(?::([a-z]+))?\}/g;

/** What stands for an extension or a category in a folder name when the entry has none. */
const NO_EXTENSION = 'other';

const KNOWN = [...PLACEHOLDERS, 'category:es', 'category:en'].map((word) => `{${word}}`);

const isPlaceholder = (word: string): word is Placeholder => (PLACEHOLDERS as readonly string[]).includes(word);

export const placeholdersIn = (template: string): Set<Placeholder> => {
  const found = new Set<Placeholder>();
  for (const [text, word, language] of template.matchAll(PATTERN)) {
    const isKnown = language === undefined || (word === 'category' && isLanguage(language));
    if (!isPlaceholder(word!) || !isKnown) {
      throw refused('BAD_VALUE', [issue(text, 'no-placeholder', KNOWN)]);
    }
    found.add(word);
  }
  return found;
};

const isLanguage = (text: string): text is Language => Object.hasOwn(CATEGORY_FOLDERS, text);

/** `{category}` is our own word for it, `{category:es}` a person's: `image`, `Imágenes`. */
export const fill = (template: string, filling: Filling): string =>
  template.replace(PATTERN, (_, word: Placeholder, language?: Language) =>
    language === undefined ? filling[word] : CATEGORY_FOLDERS[language][filling.category],
  );

/** All names that people give to the folder which this part stands for; undefined for any other part. */
export const folderWords = (part: string, { category }: Filling): readonly string[] | undefined =>
  /^\{category:[a-z]+\}$/.test(part) ? Object.values(CATEGORY_FOLDERS).map((words) => words[category]) : undefined;

/** `informe.final.pdf` → `informe.final`; folders have no extension: `v1.2` stays whole. */
export const stemOf = (name: string, isFolder: boolean): string => {
  const ext = isFolder ? '' : extensionOf(name);
  return ext === '' ? name : name.slice(0, -ext.length - 1);
};

export interface Fillable {
  readonly name: string;
  readonly isFolder: boolean;
  readonly mtimeMs: number;
  /** Folders between the one selected from and the entry, e.g. `2024/enero`; empty directly inside. */
  readonly relpath: string;
  /** Name of the folder that holds it. */
  readonly parent: string;
  /** 1 for the first of the plan. */
  readonly n: number;
}

/** Dates are the time of last change, in this machine's own time zone. */
export const fillingOf = (entry: Fillable): Filling => {
  const at = new Date(entry.mtimeMs);
  const ext = entry.isFolder ? '' : extensionOf(entry.name);
  return {
    name: entry.name,
    stem: stemOf(entry.name, entry.isFolder),
    ext,
    yyyy: String(at.getFullYear()).padStart(4, '0'),
    mm: String(at.getMonth() + 1).padStart(2, '0'),
    dd: String(at.getDate()).padStart(2, '0'),
    category: categoryOf(entry.name),
    relpath: entry.relpath,
    parent: entry.parent,
    n: String(entry.n),
  };
};

/** For folder parts: an entry without an extension goes to `other`, and all spellings of one extension together. */
export const fillFolder = (template: string, filling: Filling): string =>
  fill(template, { ...filling, ext: filling.ext === '' ? NO_EXTENSION : filling.ext.toLowerCase() });

const ENDING = /^(?=.*\p{L})[\p{L}\p{N}]{1,5}$/u;

/** Judged on the template, since what fills it may hold dots of its own: `{yyyy} {stem}` gives no extension. */
const givesExtension = (template: string): boolean =>
  template.endsWith('{name}') || ENDING.test(extensionOf(template.replace(PATTERN, 'x')));

/** The entry's new name: one without an extension keeps the old one, `v1.2` counts as without. */
export const fillName = (template: string, entry: { filling: Filling; isFolder: boolean }): string => {
  const { filling, isFolder } = entry;
  const name = fill(filling.ext === '' ? template.replaceAll('.{ext}', '') : template, filling);
  const keepsOld = !isFolder && filling.ext !== '' && !givesExtension(template);
  return keepsOld ? `${name}.${filling.ext}` : name;
};
