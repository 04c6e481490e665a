import type { z } from 'zod';
import type { Language } from '../chat.js';
import type { find } from '../operations/find.js';
import { counted } from './amounts.js';
import { shownLocation } from './place-names.js';

const SHOWN = 100;

/** A folder in one sentence: "escritorio (2 elementos): a.txt, fotos/". */
export const listText = (found: z.output<(typeof find)['reply']>, language: Language): string => {
  const names = found.entries.slice(0, SHOWN).map(({ name, kind }) => (kind === 'folder' ? `${name}/` : name));
  const rest = found.totals.entries > names.length ? ', …' : '';
  const head = `${shownLocation(found.in, language)} (${counted(found.totals.entries, 'entry', language)})`;
  return names.length === 0 ? `${head}.` : `${head}: ${names.join(', ')}${rest}.`;
};
