import type { Language } from '../chat.js';
import { plural, type Noun } from './amounts.js';

/** Spanish ones are stems: their ending agrees with the noun, "archivos movidos", "una carpeta creada". */
const STEMS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  move: { es: 'movid', en: 'moved' },
  copy: { es: 'copiad', en: 'copied' },
  rename: { es: 'renombrad', en: 'renamed' },
  trash: { es: 'puest', en: 'put in the trash' },
  'create-folder': { es: 'cread', en: 'created' },
  write: { es: 'escrit', en: 'written' },
  undo: { es: 'devuelt', en: 'put back' },
  'remove-folder': { es: 'quitad', en: 'removed' },
};

interface Deed {
  readonly operation: string;
  readonly total: number;
  readonly done: number;
  readonly trashed: number;
  readonly entries: readonly { readonly action: string }[];
}

/** Taking back is not always putting back: a copy goes to the trash, a folder that was made is removed. */
export const deedOf = ({ operation, total, done, trashed, entries }: Deed): string => {
  if (operation !== 'undo') return operation;
  if (done > 0 && trashed === done) return 'trash';
  const [action = 'undo', ...others] = new Set(entries.map((entry) => entry.action));
  const isTold = entries.length === total && others.length === 0;
  return isTold && (action === 'remove-folder' || action === 'create-folder') ? action : 'undo';
};

/** What an operation did to `count` things: "movidos", "puesta en la papelera", "moved". */
export const participle = (
  operation: string,
  { count, noun }: { count: number; noun: Noun },
  language: Language,
): string => {
  const stem = STEMS[operation]?.[language] ?? (language === 'es' ? 'cambiad' : 'changed');
  if (language === 'en') return stem;
  const ending = plural(count, noun === 'folder' ? ['a', 'as'] : ['o', 'os'], language);
  return `${stem}${ending}${operation === 'trash' ? ' en la papelera' : ''}`;
};
