import { choiceText } from '#contracts/words/question-text';
import type { Clause } from '../grammar/clause.js';
import type { Context } from './context.js';
import { optionOf } from './questions.js';

const isSureTarget = ({ role, loc }: Clause['locs'][number]): boolean =>
  role !== 'to' || loc.place !== undefined || loc.isFolder === true;

/** "pdfs de descargas a documentos": from where and to where, and nothing that could be a verb nobody knows. */
const isMove = ({ things, locs }: Clause): boolean =>
  locs.some(({ role }) => role !== 'to') &&
  locs.every(isSureTarget) &&
  things.every(({ terms, excepts }) => terms === undefined && !excepts);

const isOpen = ({ act, again, left, things, locs }: Clause): boolean =>
  act === undefined && again !== true && left.length === 0 && things.length + locs.length > 0;

const isLoose = ({ things }: Clause): boolean =>
  things.some(
    ({ pronoun, name, excepts }) => excepts ?? pronoun ?? (name !== undefined && !/\.[a-z0-9]+$/i.test(name)),
  );

/** Without a verb a phrase is looked at; "from … to …" is a move; with a destination alone it is asked. */
export const verbless = (clause: Clause, context: Context): Clause => {
  if (!isOpen(clause) || isLoose(clause)) return clause;
  if (!clause.locs.some(({ role }) => role === 'to'))
    return clause.locs.length > 0 ? { ...clause, act: 'list', hasVerb: true } : clause;
  if (clause.things.length === 0) return clause;
  if (isMove(clause)) return { ...clause, act: 'move', hasVerb: true, puts: true };
  const options = [choiceText('move', context.language), choiceText('copy', context.language)];
  const answer = context.fill['act'];
  const chosen = answer === undefined ? undefined : optionOf(answer, options);
  return {
    ...clause,
    act: chosen === options[1] ? 'copy' : 'move',
    hasVerb: true,
    puts: true,
    unsaid: chosen === undefined,
  };
};
