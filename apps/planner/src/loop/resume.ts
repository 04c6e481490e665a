import type { CommitAnswer, ResumeAsk } from '#contracts/chat';
import { errorResult } from '../tools/compact.js';
import { bodyOf } from './call-tool.js';
import { tellCommit } from './end-turn.js';
import { goAhead, takeReceipts } from './go-ahead.js';
import type { Outcome, Pending, Run } from './run.js';
import { answerCalls, committedResult } from './run-tools.js';
import type { Surface } from './surface.js';

/** A decision about plans that wait no longer is a repeat of an earlier one. */
export const isAbout = ({ pending }: Run, { plans }: ResumeAsk): boolean =>
  plans === undefined || plans.every((planId) => pending?.plans.includes(planId));

/**
 * The question to the gateway that a planner which died was asking: asked again, and answered as if for the first time.
 * Undefined when the model goes on.
 */
export const askAgain = async (run: Run, surface: Surface): Promise<Outcome | undefined> => {
  const { pending } = run;
  if (pending === undefined) return undefined;
  run.open = [...new Set([...run.open, ...pending.plans])];
  const answer = await answerOf(run, pending, surface);
  if (typeof answer !== 'string' && answer.status === 'needs_approval') return { kind: 'waiting' };
  delete run.pending;
  if (pending.results.length === 0) return { kind: 'answer', words: '' };
  answerCalls(run, pending.results, typeof answer === 'string' ? answer : committedResult(answer.receipts));
  return undefined;
};

/** What was carried out before comes back as its receipts; a refusal as the text of an error. */
const answerOf = async (run: Run, pending: Pending, surface: Surface): Promise<CommitAnswer | string> => {
  try {
    return await goAhead(run, pending.plans, surface);
  } catch (error) {
    if (bodyOf(error).code === 'CANCELLED') throw error;
    return errorResult({ ...bodyOf(error) });
  }
};

/** Takes a person's decision into the run; undefined when the model still has something to say about it. */
export const takeDecision = (run: Run, ask: ResumeAsk, surface: Pick<Surface, 'tell'>): Outcome | undefined => {
  const pending = run.pending ?? { plans: [], more: false, results: [] };
  delete run.pending;
  return ask.decision === 'approved' ? approved(run, { pending, ask }, surface) : rejected(run, { pending, ask });
};

interface Decision {
  readonly pending: Pending;
  readonly ask: ResumeAsk;
}

const approved = (run: Run, { pending, ask }: Decision, surface: Pick<Surface, 'tell'>): Outcome | undefined => {
  takeReceipts(run, ask.receipts, surface);
  if (pending.results.length === 0) return { kind: 'answer', words: '' };
  answerCalls(run, pending.results, committedResult([...(pending.receipts ?? []), ...ask.receipts]));
  return undefined;
};

/** A bare no ends the run; a reason goes to the model, which may propose something better. */
const rejected = (run: Run, { pending, ask }: Decision): Outcome | undefined => {
  run.rejected.push(...pending.plans);
  if (ask.reason === undefined || run.planner.rung === 'embedded') return { kind: 'rejected' };
  const result = JSON.stringify({ ok: false, status: 'rejected', reason: ask.reason });
  if (pending.results.length === 0) tellCommit(run, '', result);
  else answerCalls(run, pending.results, result);
  return undefined;
};
