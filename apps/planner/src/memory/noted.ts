import { leafOf } from '#contracts/location-parts';
import type { NoteAsk } from '#contracts/chat';
import type { Plan } from '#contracts/plan';
import type { ConversationEvent } from './conversation-events.js';

const MOST_NAMES = 10;

/** What a person did with plans by a button, as the conversation's log tells it: "undo that" must know it. */
export const eventsOfNote = ({ runId, plans, receipts }: NoteAsk, at: string): ConversationEvent[] => {
  const base = { at, runId };
  return receipts.flatMap(({ planId, undoOf }) => [
    ...plans
      .filter((plan) => plan.planId === planId)
      .map((plan) => ({ ...base, kind: 'deed' as const, deed: deedOf(plan, runId) })),
    { ...base, kind: 'decided' as const, planId, state: 'committed' as const },
    ...(undoOf === undefined ? [] : [{ ...base, kind: 'decided' as const, planId: undoOf, state: 'undone' as const }]),
  ]);
};

const deedOf = (plan: Plan, run: string): Extract<ConversationEvent, { kind: 'deed' }>['deed'] => ({
  operation: plan.operation,
  machine: plan.machine,
  planId: plan.planId,
  ...(plan.undoOf !== undefined && { undoOf: plan.undoOf }),
  run,
  state: 'committed',
  ...(plan.from !== undefined && { from: plan.from }),
  ...(plan.to !== undefined && { to: plan.to }),
  entries: plan.summary.entries,
  names: plan.sample.slice(0, MOST_NAMES).map(({ from, to }) => leafOf(from ?? to ?? '')),
});
