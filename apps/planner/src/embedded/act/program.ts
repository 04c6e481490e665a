import { choiceText, questionText } from '#contracts/words/question-text';
import type { Act } from '../lexicon/acts.js';
import type { Clause } from '../grammar/clause.js';
import { readSentence } from '../grammar/sentence.js';
import { splitEnclitics } from '../text/enclitics.js';
import { readText } from '../text/text.js';
import { mendAll, mendKinds } from '../text/typos.js';
import { withAnswers } from './answers.js';
import { worldOf, type Context } from './context.js';
import { decline } from './decline.js';
import { commitOpen } from './calls.js';
import { Ask, Say, type Job } from './job.js';
import { completed } from './ellipsis.js';
import { createFolder } from './folders.js';
import { linked } from './link.js';
import { note } from './notes.js';
import { organise } from './organise.js';
import { rename } from './renames.js';
import { chooseMachine } from './machine.js';
import { isApart, pointsBack } from './together.js';
import { ask, optionOf } from './questions.js';
import * as about from './about.js';
import * as reads from './reads.js';
import * as writes from './writes.js';

type Doing = (context: Context, clause: Clause) => Job<string | void>;

const DOINGS: Readonly<Partial<Record<Act, Doing>>> = {
  move: writes.carry,
  copy: writes.carry,
  trash: writes.trash,
  create: createFolder,
  rename,
  write: note,
  organise,
  clean: writes.clean,
  undo: writes.undo,
  redo: writes.redo,
  list: reads.list,
  find: reads.search,
  count: reads.count,
  size: reads.size,
  read: reads.read,
  duplicates: reads.duplicates,
  history: about.history,
  places: about.places,
  free: about.free,
};

const SAYINGS: Readonly<Partial<Record<Act, 'hello' | 'thanks' | 'help' | 'purge'>>> = {
  hello: 'hello',
  thanks: 'thanks',
  help: 'help',
  unable: 'purge',
};

/** Without a verb a phrase is looked at; with a destination it is asked whether to move or to copy. */
const verbless = (clause: Clause, context: Context): Clause => {
  if (
    clause.act !== undefined ||
    clause.again ||
    clause.left.length > 0 ||
    clause.things.length + clause.locs.length === 0
  )
    return clause;
  if (clause.things.some(({ pronoun, name }) => pronoun ?? (name !== undefined && !/\.[a-z0-9]+$/i.test(name))))
    return clause;
  if (!clause.locs.some(({ role }) => role === 'to'))
    return clause.locs.length > 0 ? { ...clause, act: 'list', hasVerb: true } : clause;
  if (clause.things.length === 0) return clause;
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

const read = (sentence: string, context: Context): Clause[] =>
  linked(
    completed(readSentence(readText(splitEnclitics(sentence)), worldOf(context)), context).map((clause) =>
      verbless(clause, context),
    ),
  );

/** The clauses of a sentence as they are to be done; one that is not understood is read again with its slips mended. */
export const clausesOf = (context: Context): Clause[] => {
  const sentence = mendKinds(context.sentence);
  const clauses = read(sentence, context);
  if (decline(clauses, context) === undefined) return clauses;
  const mended = mendAll(sentence);
  const again = mended === sentence ? clauses : read(mended, context);
  return decline(again, context) === undefined ? again : clauses;
};

/**
 * Does the clauses one after the other; the last words are the answer of what was read, empty after writes. Plans that
 * may stand together wait for each other, so that a person is asked once.
 */
export function* runClauses(context: Context): Job<string> {
  const clauses = clausesOf(context);
  const unclear = decline(clauses, context);
  if (unclear !== undefined) return unclear;
  const words: string[] = [];
  for (const clause of clauses.slice(context.done)) {
    if (pointsBack(clause)) yield* commitOpen(context, true);
    const said = yield* runBesideOpen(context, clause);
    if (said) words.push(said);
    context.done += 1;
  }
  yield* commitOpen(context);
  return words.join('\n\n');
}

/** A clause that needs what open plans will do is planned again after them; what it planned too early is left. */
function* runBesideOpen(context: Context, clause: Clause): Job<string | void> {
  const earlier = [...context.open];
  const { there, deed, machine } = context;
  try {
    const said = yield* runClause(context, clause);
    const made = context.open.slice(earlier.length);
    if (made.every((later) => earlier.every((plan) => isApart(plan, later)))) return said;
  } catch (error) {
    if (earlier.length === 0 || !(error instanceof Say || error instanceof Ask)) throw error;
  }
  context.left.push(...context.open.slice(earlier.length).map(({ planId }) => planId));
  Object.assign(context, { there, deed, machine, open: earlier });
  yield* commitOpen(context, true);
  return yield* runClause(context, clause);
}

function* runClause(context: Context, clause: Clause): Job<string | void> {
  const saying = SAYINGS[clause.act!];
  if (saying) return sayingOf(saying, context);
  if (clause.act === 'machines') return about.machines(context);
  if (clause.unsaid)
    throw ask(context, 'act', {
      key: 'moveOrCopy',
      options: [choiceText('move', context.language), choiceText('copy', context.language)],
    });
  chooseMachine(context, clause);
  const doing = DOINGS[clause.act!];
  if (!doing) throw new Say(questionText('notUnderstood', context.language));
  return yield* doing(context, withAnswers(context, clause));
}

const sayingOf = (key: 'hello' | 'thanks' | 'help' | 'purge', { language }: Context): string =>
  key === 'help' || key === 'hello'
    ? `${questionText(key, language)} ${questionText('examples', language)}`
    : questionText(key, language);
