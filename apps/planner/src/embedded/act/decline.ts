import { questionText } from '#contracts/words/question-text';
import type { Act } from '../lexicon/acts.js';
import type { Clause } from '../grammar/clause.js';
import { moodOf } from '../grammar/moods.js';
import { incoherent, isChange } from './coherence.js';
import type { Context } from './context.js';
import { isOnlyDefault } from './selection.js';

const ACT_WORDS: Readonly<Partial<Record<Act, { readonly es: string; readonly en: string }>>> = {
  move: { es: 'mover archivos', en: 'move files' },
  copy: { es: 'copiar archivos', en: 'copy files' },
  rename: { es: 'cambiar nombres', en: 'rename files' },
  trash: { es: 'mandar archivos a la papelera', en: 'put files in the trash' },
  create: { es: 'crear algo', en: 'make something' },
  write: { es: 'escribir un archivo', en: 'write a file' },
  organise: { es: 'ordenar archivos', en: 'tidy files' },
  find: { es: 'buscar archivos', en: 'find files' },
  list: { es: 'ver archivos', en: 'see files' },
  count: { es: 'contar archivos', en: 'count files' },
  size: { es: 'medir archivos', en: 'measure files' },
  read: { es: 'leer un archivo', en: 'read a file' },
};

const TAKES_BACK: ReadonlySet<Act> = new Set<Act>(['undo', 'redo']);

/** Negated, taken back, told or asked about: words about a change that order none. */
export const notOrdered = (
  clauses: readonly Clause[],
  { language, sentence }: Context,
  said: string,
): string | undefined => {
  if (clauses.some(({ negated }) => negated)) return questionText('nothingDone', language);
  if (clauses.some(({ told, act }) => told && (isChange(act) || TAKES_BACK.has(act!))))
    return questionText('notOrdered', language);
  const mood = clauses.some(({ act }) => isChange(act)) ? moodOf(sentence, said) : undefined;
  return mood && questionText(mood === 'cancelled' ? 'nothingDone' : 'notOrdered', language);
};

/** "borra los pdf y muévelos", "borra la carpeta X y mueve su contenido": what is in the trash is not moved. */
const speaksOfTrash = (clauses: readonly Clause[]): boolean =>
  clauses.some((clause, at) => {
    const before = clauses[at - 1];
    if (before?.act !== 'trash' || !isChange(clause.act) || clause.act === 'trash') return false;
    return clause.things.some(({ pronoun }) => pronoun) || isInside(clause, before);
  });

/** Whatever it is, with no word of where: it can only be what was in that folder. */
const isInside = (clause: Clause, before: Clause): boolean =>
  before.things.some(({ nameKind }) => nameKind === 'folder') &&
  clause.act !== 'create' &&
  isOnlyDefault(clause) &&
  clause.locs.every(({ role }) => role === 'to');

/** Each of them says what is to be done. */
const areOrders = (clauses: readonly Clause[]): boolean =>
  clauses.length > 0 && clauses.every(({ act }) => act !== undefined && act !== 'select');

/**
 * What to say when not every word was understood; undefined when all is clear. No part is done without the rest. `said`: the
 * sentence without what is said around its orders.
 */
export const decline = (clauses: readonly Clause[], context: Context, said: string): string | undefined => {
  const { language } = context;
  const examples = questionText('examples', language);
  if (!areOrders(clauses)) return `${questionText('notUnderstood', language)} ${examples}`;
  const other = clauses.find(({ act }) => act === 'other')?.otherVerb;
  if (other !== undefined) return `${questionText('otherVerb', language, { verb: other })} ${examples}`;
  const unordered = notOrdered(clauses, context, said);
  if (unordered !== undefined) return unordered;
  const unclear = clauses.find((clause) => clause.left.length > 0 || incoherent(clause));
  if (!unclear && !speaksOfTrash(clauses)) return undefined;
  if (!unclear || unclear.left.length === 0) return `${questionText('notUnderstood', language)} ${examples}`;
  const act = ACT_WORDS[unclear.act!]?.[language] ?? (language === 'es' ? 'hacer algo' : 'do something');
  return `${questionText('partly', language, { act, left: unclear.left.join(' ').replace(/[.,;:!?]+$/, '') })} ${examples}`;
};
