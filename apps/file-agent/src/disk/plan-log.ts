import type { Receipt } from '#contracts/plan';
import type { Journal } from './journal.js';
import type { JournalRecord } from './journal-record.js';
import type { Job, Outcome } from './outcome.js';
import type { PlanMeta } from './plan-meta.js';
import type { Identity, PlannedOp } from './planned-op.js';

/** What the journal tells of one plan, read from the disk as it is asked for. */

const bodyOf = <T>(record: JournalRecord | undefined): T | undefined => record?.body as T | undefined;

const firstOf = <T>(records: Generator<JournalRecord>): T | undefined => {
  for (const record of records) return bodyOf<T>(record);
  return undefined;
};

export const metaOf = (journal: Journal, planId: string): PlanMeta | undefined =>
  firstOf(journal.records(planId, 'begin'));

export const receiptOf = (journal: Journal, planId: string): Receipt | undefined =>
  firstOf(journal.records(planId, 'commit'));

interface OutcomesBody {
  readonly first: number;
  readonly count: number;
  readonly but: Readonly<Record<string, Outcome>>;
}

const DONE: Outcome = { result: 'done' };

const withOutcomes = (planId: string, ops: readonly PlannedOp[], { but }: OutcomesBody): Job[] =>
  ops.map((op) => ({ planId, op, outcome: but[op.seq] ?? DONE }));

/** The chunks of a plan with what became of them, newest first. */
export function* chunksBackwards(journal: Journal, planId: string): Generator<Job[]> {
  let outcomes: OutcomesBody | undefined;
  for (const record of journal.recordsBackwards(planId, 'intent', 'done', 'recovered')) {
    if (record.type !== 'intent') outcomes = bodyOf<OutcomesBody>(record);
    else if (outcomes) {
      yield withOutcomes(planId, (record.body as { ops: PlannedOp[] }).ops, outcomes);
      outcomes = undefined;
    }
  }
}

/** The chunk whose outcomes were never written: what a crash interrupted. */
export const interruptedChunk = (journal: Journal, planId: string): Job[] => {
  let made: Readonly<Record<string, Identity>> = {};
  for (const record of journal.recordsBackwards(planId, 'intent', 'made', 'done', 'recovered')) {
    if (record.type === 'made') made = bodyOf(record)!;
    else if (record.type !== 'intent') return [];
    else return (record.body as { ops: PlannedOp[] }).ops.map((op) => ({ planId, op, made: made[op.seq] }));
  }
  return [];
};
