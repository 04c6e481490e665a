import { questionText } from '#contracts/words/question-text';
import { Ask, play, Say, type Job, type Reply } from './act/job.js';
import type { Context } from './act/context.js';
import { draftOf, filled, type Draft } from './act/draft.js';
import { withOrdinals } from './act/ordinals.js';
import { runClauses } from './act/program.js';
import { spokenIn } from './act/spoken.js';
import type { PlannerRequest } from './request.js';

/**
 * One step of the embedded planner: a pure function of the messages. The sentence is read, its job is replayed over what
 * tools answered so far, and what comes next is either calls or the last words.
 */
export const answer = (request: PlannerRequest): Reply => {
  const draft = filled(request);
  if (draft === 'nothing') return { content: questionText('nothingDone', request.facts.language) };
  const context = contextOf(request, draft);
  try {
    return play(runClauses(withOrdinals(context)) as Job<string>, request.rounds);
  } catch (error) {
    if (error instanceof Say) return { content: error.message };
    if (error instanceof Ask) return { calls: [questionCall(error, context)] };
    throw error;
  }
};

const contextOf = ({ facts, sentence }: PlannerRequest, draft: Draft | undefined): Context => ({
  facts,
  language: facts.language,
  clock: { now: new Date(facts.now), zone: facts.timeZone },
  sentence: draft?.say ?? sentence,
  fill: draft?.fill ?? {},
  done: draft?.done ?? 0,
  spoken: draft?.spoken ?? spokenIn(facts),
  open: [],
  left: [],
  seen: new Map(),
  ...(draft?.there !== undefined && { there: draft.there }),
});

const questionCall = (question: Ask, context: Context) => ({
  name: 'ask_person',
  args: {
    question: question.question,
    ...(question.options.length > 0 && { options: question.options.slice(0, 8) }),
    draft: draftOf(question, context),
  },
});
