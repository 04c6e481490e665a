import { NoteReplySchema, type NoteAsk } from '#contracts/chat';
import type { Plan, Receipt } from '#contracts/plan';
import { PLANNER_NOTE } from '#contracts/subjects';
import type { BusClient } from '#nats/bus-client';
import type { Run } from './run.js';

const NOTE_MS = 3000;

/**
 * What was done by a button in a talk, told to the planner, so that "undo that" and "now move them" know it. The deed is
 * done either way: a planner that is off or slow costs a follow-up, never an answer.
 */
export const tellPlanner = async (
  bus: BusClient,
  { conversationId, runId }: Run,
  { plans, receipts }: { plans: Plan[]; receipts: Receipt[] },
): Promise<void> => {
  if (conversationId === undefined || receipts.length === 0) return;
  const note: NoteAsk = { conversationId, runId, plans, receipts };
  const options = { schema: NoteReplySchema, off: 'PLANNER_OFF', timeoutMs: NOTE_MS } as const;
  await bus.request(PLANNER_NOTE, note, options).catch(() => undefined);
};
