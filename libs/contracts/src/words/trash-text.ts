import type { Language } from '../chat.js';
import type { Receipt } from '../plan.js';
import { number } from './amounts.js';
import { shownLocation } from './place-names.js';
import { inWords } from './in-words.js';

/** What is in the trash, in sentences: by where it was, newest first. */

const SHOWN = 20;

type Trashed = Pick<Receipt, 'operation' | 'done' | 'undoable' | 'entries'>;

const placesOf = ({ entries }: Trashed): string[] =>
  entries.flatMap(({ result, from }) => (result === 'done' && from !== undefined ? [from] : []));

/** What was put there and not put back since; a receipt names fewer than there are where they are many. */
export const trashText = (receipts: readonly Trashed[], language: Language): string => {
  const jobs = receipts.filter(({ operation, undoable }) => operation === 'trash' && undoable);
  if (jobs.length === 0)
    return inWords(
      language,
      'No puse nada en la papelera que siga ahí.',
      'Nothing that I put in the trash is still there.',
    );
  const rows = jobs.flatMap(placesOf).slice(0, SHOWN);
  const more = jobs.reduce((sum, { done }) => sum + done, 0) - rows.length;
  return [
    inWords(language, 'Puse en la papelera, lo último primero:', 'I put in the trash, newest first:'),
    ...rows.map((from) => `• ${shownLocation(from, language)}`),
    ...(more > 0 ? [inWords(language, `…y ${number(more, language)} más`, `…and ${number(more, language)} more`)] : []),
    inWords(
      language,
      'El historial lo devuelve a su sitio; «deshaz eso» también, en la conversación donde se borró.',
      'The history puts it back; so does “undo that”, in the conversation where it was deleted.',
    ),
  ].join('\n');
};
