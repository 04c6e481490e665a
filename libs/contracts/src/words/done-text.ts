import type { Language } from '../chat.js';
import { leafOf, parentOf } from '../location-parts.js';
import type { PlanEntry } from '../plan.js';
import { counted, number } from './amounts.js';
import { inWords } from './in-words.js';
import { participle } from './participle.js';
import { shownLocation } from './place-names.js';

/** What one request did, by name. */

const SHOWN = 20;

export interface Done {
  readonly operation: string;
  readonly count: number;
  readonly entries: readonly Pick<PlanEntry, 'action' | 'kind' | 'from' | 'to'>[];
}

type Row = Done['entries'][number];

const ON_THE_WAY: ReadonlySet<string> = new Set(['create-folder', 'remove-folder', 'skip']);

/** Where it went, or what it is called now. */
const rowText = ({ from, to }: Row, language: Language): string => {
  const was = from === undefined ? '' : shownLocation(from, language);
  if (to === undefined || from === undefined) return was || shownLocation(to ?? '', language);
  if (parentOf(from) === parentOf(to)) return `${was} → ${leafOf(to)}`;
  const target = leafOf(from) === leafOf(to) ? parentOf(to) : to;
  return `${was} → ${shownLocation(target, language)}`;
};

export const doneText = ({ operation, count, entries }: Done, language: Language): string => {
  const own = entries.filter(({ action }) => action === operation || !ON_THE_WAY.has(action));
  const noun = own.every(({ kind }) => kind === 'file') ? 'file' : 'entry';
  const rows = own.slice(0, SHOWN).map((entry) => `• ${rowText(entry, language)}`);
  const more = count - rows.length;
  return [
    `${counted(count, noun, language)} ${participle(operation, { count, noun }, language)}:`,
    ...rows,
    ...(more > 0 ? [inWords(language, `…y ${number(more, language)} más`, `…and ${number(more, language)} more`)] : []),
  ].join('\n');
};
