import type { ResumeAsk } from '#contracts/chat';
import { tellCommit } from './end-turn.js';
import { takeReceipts } from './go-ahead.js';
import type { Outcome, Pending, Run } from './run.js';
import { answerCalls, committedResult } from './run-tools.js';
import type { Surface } from './surface.js';

/** Takes a person's decision into the run; undefined when the model still has something to say about it. */
export const takeDecision = (run: Run, ask: ResumeAsk, surface: Surface): Outcome | undefined => {
  const pending = run.pending ?? { plans: [], more: false, results: [] };
  delete run.pending;
  return ask.decision === 'approved' ? approved(run, { pending, ask }, surface) : rejected(run, { pending, ask });
};

interface Decision {
  readonly pending: Pending;
  readonly ask: ResumeAsk;
}

const approved = (run: Run, { pending, ask }: Decision, surface: Surface): Outcome | undefined => {
  takeReceipts(run, ask.receipts, surface);
  if (pending.results.length === 0) return { kind: 'answer', words: '' };
  answerCalls(run, pending.results, committedResult(ask.receipts));
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
