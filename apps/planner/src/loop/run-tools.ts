import { OrdenaError } from '#contracts/errors';
import type { ModelTurn, ToolCall } from '../model/port.js';
import { argumentsOf, checkedArguments } from '../tools/arguments.js';
import { compactReceipt, errorResult } from '../tools/compact.js';
import { AskPersonArgumentsSchema, CommitSchema, operationOf } from '../tools/toolbox.js';
import { bodyOf, callTool } from './call-tool.js';
import { askOnce, LostRun } from './go-ahead.js';
import { LIMITS } from './guards.js';
import type { Outcome, Pending, Result, Run } from './run.js';
import type { Surface } from './surface.js';

/** Reads of one turn run side by side, but an agent is somebody's PC. */
const SIDE_BY_SIDE = 4;

/** Third of the loop's four: reads together, writes one after the other as plans, then the go-ahead, then the question. */
export const runTools = async (run: Run, turn: ModelTurn, surface: Surface): Promise<Outcome | undefined> => {
  run.messages.push({
    role: 'assistant',
    content: turn.words,
    calls: turn.calls,
    ...(turn.replay && { replay: turn.replay }),
  });
  const results = new Map<string, string | null>();
  const { reads, writes, commits, questions } = sorted(turn.calls);
  await sideBySide(reads, async (call) => results.set(call.id, await callTool(run, call, surface)));
  for (const call of writes) results.set(call.id, await callTool(run, call, surface));
  const inOrder = (): Result[] => turn.calls.map(({ id }) => ({ callId: id, content: results.get(id) ?? null }));
  const isWaiting = await commit(run, { commits, results, inOrder }, surface);
  const question = asked(questions, results);
  if (isWaiting) return pause(run, inOrder());
  answerCalls(run, inOrder());
  return run.guards.ignored > LIMITS.ignored ? { kind: 'stopped' } : question;
};

/** Every call is answered once, in the order of the calls. */
export const answerCalls = (run: Run, results: readonly Result[], open = ''): void => {
  for (const { callId, content } of results) run.messages.push({ role: 'tool', callId, content: content ?? open });
};

interface Sorted {
  readonly reads: ToolCall[];
  readonly writes: ToolCall[];
  readonly commits: ToolCall[];
  readonly questions: ToolCall[];
}

const sorted = (calls: readonly ToolCall[]): Sorted => {
  const groups: Sorted = { reads: [], writes: [], commits: [], questions: [] };
  for (const call of calls) groups[groupOf(call)].push(call);
  return groups;
};

const groupOf = ({ name }: ToolCall): keyof Sorted => {
  if (name === 'commit') return 'commits';
  if (name === 'ask_person') return 'questions';
  return operationOf(name)?.effect === 'write' ? 'writes' : 'reads';
};

const sideBySide = async (calls: readonly ToolCall[], work: (call: ToolCall) => Promise<unknown>): Promise<void> => {
  const queue = [...calls];
  const worker = async (): Promise<void> => {
    for (let call = queue.shift(); call !== undefined; call = queue.shift()) await work(call);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
};

interface Commits {
  readonly commits: readonly ToolCall[];
  readonly results: Map<string, string | null>;
  /** The results so far, in the order of the calls. */
  readonly inOrder: () => Result[];
}

/** Returns whether a person must decide; several commits of one turn count as one. */
const commit = async (run: Run, { commits, results, inOrder }: Commits, surface: Surface): Promise<boolean> => {
  if (commits.length === 0) return false;
  const answer = (content: string | null): void => commits.forEach(({ id }) => results.set(id, content));
  try {
    const decision = await askOnce(run, { ...meantBy(run, commits), results: inOrder() }, surface);
    if (decision.status === 'needs_approval') return true;
    answer(committedResult(decision.receipts));
  } catch (error) {
    if (error instanceof LostRun || bodyOf(error).code === 'CANCELLED') throw error; // nothing more may be done
    answer(errorResult({ ...bodyOf(error) }));
  }
  delete run.pending;
  return false;
};

export const committedResult = (receipts: Run['receipts']): string =>
  JSON.stringify({ ok: true, status: 'committed', receipts: receipts.map(compactReceipt) });

/** Plans to ask about; those to be left are forgotten, so that the end of the turn does not ask about them. */
const meantBy = (run: Run, commits: readonly ToolCall[]): Omit<Pending, 'results'> => {
  const asked = commits.map((call) => checkedArguments(CommitSchema, { plans: [], ...argumentsOf(call) }));
  const left = asked.flatMap(({ leave = [] }) => leave);
  run.open = run.open.filter((planId) => !left.includes(planId));
  run.left.push(...left);
  const named = asked.flatMap(({ plans }) => plans);
  const plans = named.length > 0 ? [...new Set(named)] : [...run.open];
  if (plans.length > 0) return { plans, more: asked.some(({ more }) => more) };
  throw new OrdenaError('NOTHING_TO_DO', 'No plan is open. Make one with a write tool first.');
};

const pause = (run: Run, results: readonly Result[]): Outcome => {
  run.pending = { plans: [], more: false, ...run.pending, results };
  return { kind: 'waiting' };
};

/** The first question that can be understood ends the turn; the others are told why not. */
const asked = (calls: readonly ToolCall[], results: Map<string, string | null>): Outcome | undefined => {
  let outcome: Outcome | undefined;
  for (const call of calls) {
    try {
      const { question, options = [], draft } = checkedArguments(AskPersonArgumentsSchema, argumentsOf(call));
      outcome ??= { kind: 'question', question, options, ...(draft !== undefined && { draft }) };
      results.set(call.id, '{"ok":true}');
    } catch (error) {
      results.set(call.id, errorResult({ ...bodyOf(error) }));
    }
  }
  return outcome;
};
