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
