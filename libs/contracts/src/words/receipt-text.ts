import type { Language } from '../chat.js';
import { leafOf } from '../location-parts.js';
import type { Plan, Receipt } from '../plan.js';
import { counted, number, plural, type Noun } from './amounts.js';
import { errorText } from './error-text.js';
import { deedOf, participle } from './participle.js';
import { shownLocation } from './place-names.js';
import { nounOf } from './plan-text.js';

/**
 * The sentence of a receipt, the only place where anything is claimed to be done:
 * "Hecho: 12 de 12 archivos movidos a escritorio/luyd, 0 sobrescritos. Puedes decir «deshaz eso»."
 * `plan` says whether the entries are files or folders; without it they are items.
 */
export const receiptText = (receipt: Receipt, language: Language, plan?: Plan): string => {
  const noun = plan ? nounOf(plan.summary) : 'entry';
  const sentences = [opening(receipt, noun, language), ...troubles(receipt, language), hint(receipt, language)];
  return sentences.filter((sentence) => sentence !== '').join(' ');
};

const opening = (receipt: Receipt, noun: Noun, language: Language): string => {
  if (receipt.status === 'running') return running(receipt, noun, language);
  if (receipt.total === 0 && receipt.status === 'complete') return CLEARED[language];
  const head = `${lead(receipt, language)}: ${share(receipt, noun, language)} ${participle(deedOf(receipt), { count: receipt.total, noun }, language)}`;
  return `${head}${whereTo(receipt, language)}${overwritten(receipt, language)}.`;
};

/** An undo of which nothing was to come back. */
const CLEARED = {
  es: 'Hecho: se quitó la carpeta que quedaba.',
  en: 'Done: the folder that was left is removed.',
} as const;

const whereTo = (receipt: Receipt, language: Language): string => {
  const { operation, to, total, entries } = receipt;
  if (to === undefined) return '';
  if (operation === 'move' || operation === 'copy') {
    return `${language === 'es' ? ' a ' : ' to '}${shownLocation(to, language)}`;
  }
  const only = total === 1 && operation === 'rename' ? entries[0]?.to : undefined;
  const made =
    operation === 'create-folder' || operation === 'write' ? shownLocation(to, language) : only && leafOf(only);
  return made === undefined ? '' : ` (${made})`;
};

/** Only where something could have been. */
const overwritten = ({ operation, overwritten: count }: Receipt, language: Language): string => {
  if (!['move', 'copy', 'rename', 'write'].includes(operation)) return '';
  return language === 'es' ? `, ${count} sobrescritos` : `, ${count} overwritten`;
};

const share = ({ done, total }: Receipt, noun: Noun, language: Language): string =>
  `${number(done, language)} ${language === 'es' ? 'de' : 'of'} ${counted(total, noun, language)}`;

const LEADS = {
  complete: { es: 'Hecho', en: 'Done' },
  partial: { es: 'Hecho en parte', en: 'Partly done' },
  failed: { es: 'No se pudo', en: 'Not done' },
} as const;

const STOPPED = { es: 'Detenido', en: 'Stopped' } as const;

/** A part of nothing is nothing. */
const lead = ({ status, stopped, done }: Receipt, language: Language): string => {
  if (status === 'running') return '';
  if (stopped) return STOPPED[language];
  return LEADS[done === 0 && status === 'partial' ? 'failed' : status][language];
};

const running = (receipt: Receipt, noun: Noun, language: Language): string => {
  const part = share(receipt, noun, language);
  return language === 'es'
    ? `En marcha: ${part}. Sigue trabajando; el resultado se verá en el historial.`
    : `Under way: ${part}. It goes on; the result will be in the history.`;
};

const TROUBLES = [
  [
    'stale',
    { es: ['cambió', 'cambiaron'], en: ['changed', 'changed'] },
    { es: 'después de la vista previa', en: 'after the preview' },
  ],
  ['skipped', { es: ['quedó', 'quedaron'], en: ['was left', 'were left'] }, { es: 'como antes', en: 'as before' }],
  [
    'failed',
    { es: ['no se pudo', 'no se pudieron'], en: ['failed', 'failed'] },
    { es: 'cambiar', en: 'and stayed as before' },
  ],
] as const;

const troubles = (receipt: Receipt, language: Language): string[] => {
  const told = TROUBLES.filter(([field]) => receipt[field] > 0).map(
    ([field, verb, rest]) =>
      `${number(receipt[field], language)} ${plural(receipt[field], verb[language], language)} ${rest[language]}`,
  );
  return [told.length > 0 ? `${told.join('; ')}.` : '', firstReason(receipt, language)];
};

/** The first entry that went wrong stands for the rest: its name and why. */
const firstReason = (receipt: Receipt, language: Language): string => {
  const wrong = receipt.entries.find((entry) => entry.code !== undefined && entry.result === 'failed');
  if (!wrong?.code) return '';
  const name = leafOf(wrong.from ?? wrong.to ?? '');
  return errorText(wrong.code, language, name ? { name } : {});
};

/** A folder made for what then did not come. */
const leftOver = ({ newFolders, to }: Receipt, language: Language): string => {
  if (newFolders === 0) return '';
  const one = newFolders === 1 && to !== undefined ? ` ${shownLocation(to, language)}` : '';
  return language === 'es'
    ? `Queda vacía la carpeta nueva${one}; «deshaz eso» la quita.`
    : `The new folder${one} is left, empty; “undo that” removes it.`;
};

const hint = (receipt: Receipt, language: Language): string => {
  if (!receipt.undoable || receipt.status === 'running') return '';
  if (receipt.done === 0) return leftOver(receipt, language);
  return language === 'es' ? 'Puedes decir «deshaz eso».' : 'You can say “undo that”.';
};
