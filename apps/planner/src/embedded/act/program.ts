import { choiceText, questionText } from '#contracts/words/question-text';
import type { Act } from '../lexicon/acts.js';
import type { Clause } from '../grammar/clause.js';
import { withoutReasons, withoutStatements, withoutStatementsBehind } from '../grammar/asides.js';
import { readBackNote } from '../grammar/back-notes.js';
import { readComparison } from '../grammar/comparisons.js';
import { readNote, readSentence } from '../grammar/sentence.js';
import { eachTarget } from '../grammar/targets.js';
import { withoutApposition } from '../text/apposed.js';
import { withoutNoLonger } from '../text/no-longer.js';
import { withScene } from '../text/scene.js';
import { splitEnclitics } from '../text/enclitics.js';
import { readText, saidOf, type Text } from '../text/text.js';
import { mendAll, mendKinds } from '../text/typos.js';
import { withAnswers } from './answers.js';
import { worldOf, type Context } from './context.js';
import { decline, notOrdered } from './decline.js';
import { commitOpen, leaveOpen } from './calls.js';
import { correctionOf } from './corrections.js';
import { Ask, Say, type Job } from './job.js';
import { completed } from './ellipsis.js';
import { partBack } from './part-back.js';
import { takenBack } from './taken-back.js';
import { verbless } from './verbless.js';
import { isWhole } from './whole.js';
import { compare } from './compare.js';
import { done } from './done.js';
import { createFolder } from './folders.js';
import { foldersSaid } from './folders-said.js';
import { linked } from './link.js';
import { note, speaksOfText } from './notes.js';
import { organise } from './organise.js';
import { askedOfUs } from './ourselves.js';
import { readThere } from './read-there.js';
import { rename } from './renames.js';
import { chooseMachine } from './machine.js';
import { isApart, pointsBack } from './together.js';
import { ask } from './questions.js';
import * as about from './about.js';
import * as reads from './reads.js';
import { redo, undo } from './undo.js';
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
  undo,
  redo,
  list: reads.list,
  find: reads.search,
  count: reads.count,
  size: reads.size,
  read: reads.read,
  duplicates: reads.duplicates,
  compare,
  history: about.history,
  done,
  trashed: about.trashed,
  places: about.places,
  free: about.free,
};

const SAYINGS: Readonly<Partial<Record<Act, 'hello' | 'thanks' | 'help' | 'purge'>>> = {
  hello: 'hello',
  thanks: 'thanks',
  help: 'help',
  unable: 'purge',
};

const clausesIn = (text: Text, context: Context): Clause[] => {
  const said = readSentence(text, worldOf(context));
  return linked(completed(said, context).flatMap((clause) => eachTarget(verbless(clause, context))));
};

/** A sentence as one of the ways to read it. */
interface Reading {
  readonly clauses: Clause[];
  readonly unclear: string | undefined;
}

const readingOf = (text: Text, context: Context): Reading => {
  const clauses = clausesIn(text, context);
  return { clauses, unclear: decline(clauses, context, saidOf(text)) };
};

/** What is said around the orders is left out when they say all there is to know; else it is read with them. */
function* readings(sentence: string, context: Context): Generator<Reading> {
  const world = worldOf(context);
  const full = readText(splitEnclitics(sentence), context.named);
  const note = (speaksOfText(context) ? readBackNote(full) : undefined) ?? readNote(full, world);
  if (note) return yield { clauses: [note], unclear: decline([note], context, sentence) };
  const comparison = readComparison(full, world);
  if (comparison) return yield { clauses: [comparison], unclear: undefined };
  const bare = withoutReasons(full, world);
  const begun = withoutStatementsBehind(bare, world);
  const alone = withoutStatements(begun, world);
  if (alone.folded !== begun.folded) {
    const reading = readingOf(alone, context);
    if (reading.clauses.every(isWhole)) yield reading;
  }
  if (begun.folded !== bare.folded) yield readingOf(begun, context);
  yield readingOf(bare, context);
}

/** "no, vuelve a borrarlos": where nothing was just done, a "no" before an order denies none of it. */
const withoutNo = ({ sentence, spoken: [deed] }: Context): string =>
  deed === undefined || deed.state === 'committed' ? sentence : sentence.replace(NO_BEFORE, '');
const NO_BEFORE = /^\W*(?:no|nop|nope)\s*[,.;:]\s*(?=\S)/i;

/** A slip may be mended, but what is to be called or written so is taken as it was said. */
const isAsSaid = ({ clauses }: Reading, sentence: string): boolean =>
  clauses.every(({ newName, writeText, affix, replace }) =>
    [newName, writeText, affix?.text, replace?.find, replace?.with].every(
      (said) => said === undefined || said.includes('{') || sentence.includes(said) || !/\p{L}{4}/u.test(said),
    ),
  );

/** The sentence as it is to be done; one that is not understood is read again with its slips mended. */
export const readingIn = (context: Context): Reading => {
  const corrected = correctionOf(context) ?? takenBack(context);
  if (corrected) return { clauses: corrected, unclear: undefined };
  const another = readThere(context);
  if (another) return { clauses: [another], unclear: undefined };
  const sentence = mendKinds(withoutNoLonger(withoutApposition(withScene(withoutNo(context)))));
  const first = [...readings(sentence, context)];
  const clear = first.find(({ unclear }) => unclear === undefined);
  if (clear) return clear;
  if (first.some(({ clauses }) => notOrdered(clauses, context, sentence) !== undefined)) return first.at(-1)!;
  const mended = mendAll(sentence);
  const again = mended === sentence ? [] : [...readings(mended, context)].filter((each) => isAsSaid(each, sentence));
  return again.find(({ unclear }) => unclear === undefined) ?? first.at(-1)!;
};

/**
 * Does the clauses one after the other; the last words are the answer of what was read, empty after writes. Plans that
 * may stand together wait for each other, so that a person is asked once.
 */
export function* runClauses(context: Context): Job<string> {
  const ours = askedOfUs(context.sentence);
  if (ours !== undefined) return questionText(ours, context.language);
  if (yield* partBack(context)) {
    yield* commitOpen(context);
    return '';
  }
  context.named = yield* foldersSaid(context);
  const { clauses, unclear } = readingIn(context);
  if (unclear !== undefined) return unclear;
  const words: string[] = [];
  let standing = context.done;
  for (const clause of clauses.slice(context.done)) {
    if (pointsBack(clause)) yield* commitOpen(context, true);
    if (context.open.length === 0) standing = context.done;
    const said = yield* runBesideOpen(context, clause, standing);
    if (said) words.push(said);
    context.done += 1;
  }
  yield* commitOpen(context);
  return words.join('\n\n');
}

/**
 * A clause that needs what open plans will do is planned again after them; what it planned too early is left. `standing`:
 * the first clause whose plans are open.
 */
function* runBesideOpen(context: Context, clause: Clause, standing: number): Job<string | void> {
  const earlier = [...context.open];
  const { there, spoken, machine } = context;
  try {
    const said = yield* runClause(context, clause);
    const made = context.open.slice(earlier.length);
    if (made.every((later) => earlier.every((plan) => isApart(plan, later)))) return said;
  } catch (error) {
    if (earlier.length === 0 || !(error instanceof Say || error instanceof Ask)) throw error;
    if (error instanceof Ask && clause.shares) {
      yield* leaveOpen(context);
      context.done = standing;
      throw error;
    }
  }
  context.left.push(...context.open.slice(earlier.length).map(({ planId }) => planId));
  Object.assign(context, { there, spoken, machine, open: earlier });
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
