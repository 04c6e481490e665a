import { makeCallId } from '../model/call-id.js';
import type { ModelTurn } from '../model/port.js';
import { askOnce } from './go-ahead.js';
import type { Outcome, Run } from './run.js';
import { answerCalls, committedResult } from './run-tools.js';
import type { Surface } from './surface.js';

/**
 * A turn without calls. Small models forget to commit, so plans still open are asked about as if they had; words said
 * before the outcome was known are not an answer, so the model is told and speaks again.
 */
export const endTurn = async (run: Run, turn: ModelTurn, surface: Surface): Promise<Outcome | undefined> => {
  if (run.open.length === 0) return { kind: 'answer', words: turn.words, ...(turn.cutOff && { cutOff: true }) };
  const decision = await askOnce(run, { plans: [...run.open], more: false, results: [] }, surface);
  if (decision.status === 'needs_approval') return { kind: 'waiting' };
  delete run.pending;
  if (turn.words.trim() === '') return { kind: 'answer', words: '' };
  tellCommit(run, turn.words, committedResult(decision.receipts));
  return undefined;
};

/** Writes the commit the model left out into the transcript, so that calls and results still pair up. */
export const tellCommit = (run: Run, words: string, result: string): void => {
  const call = { id: makeCallId(), name: 'commit', arguments: '{"plans":[]}' };
  run.messages.push({ role: 'assistant', content: words, calls: [call] });
  answerCalls(run, [{ callId: call.id, content: result }]);
};
