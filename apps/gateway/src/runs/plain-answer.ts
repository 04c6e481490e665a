import type { z } from 'zod';
import type { Language, PlannerInfo } from '#contracts/chat';
import type { OrdenaError } from '#contracts/errors';
import type { DecisionReplySchema } from '#contracts/http/decision.dto';
import type { Plan, Receipt } from '#contracts/plan';
import { errorText } from '#contracts/words/error-text';
import { planText } from '#contracts/words/plan-text';
import { receiptText } from '#contracts/words/receipt-text';
import { replyText } from '#contracts/words/reply-text';
import type { Run } from './run.js';

export type DecisionReply = z.output<typeof DecisionReplySchema>;

interface Done {
  readonly plans: readonly Plan[];
  readonly receipts: Receipt[];
  /** Why the planner, who would tell it, does not. */
  readonly silent?: OrdenaError;
}

/** What was done, in our own words: where a button was pressed, or the planner is silent. */
export const plainAnswer = (run: Run, { plans, receipts, silent }: Done): DecisionReply => {
  const language = languageOf(run);
  const planOf = (receipt: Receipt): Plan | undefined => plans.find(({ planId }) => planId === receipt.planId);
  const told = receipts.map((receipt) => receiptText(receipt, language, planOf(receipt)));
  const failed = receipts.some(({ status }) => status === 'failed');
  return {
    ...whose(run, silent),
    status: failed ? 'failed' : 'done',
    language,
    reply: told.length > 0 ? told.join(' ') : replyText('rejected', language),
    steps: [],
    plans: [],
    receipts,
  };
};

/** A plan that waits for a yes because something changed since. */
export const plainQuestion = (run: Run, plan: Plan): DecisionReply => {
  const language = languageOf(run);
  const preview = planText(plan, language);
  return {
    ...whose(run),
    status: 'needs_approval',
    language,
    reply: `${preview}\n${replyText('needsApproval', language)}`,
    steps: [],
    plans: [{ ...plan, preview }],
    receipts: [],
  };
};

const languageOf = (run: Run): Language => run.language ?? 'es';

/** Without a talk there is neither run to follow nor planner to name. */
const whose = (
  { conversationId, runId, language }: Run,
  silent?: OrdenaError,
): Pick<DecisionReply, 'conversationId' | 'runId' | 'planner'> => {
  if (conversationId === undefined) return {};
  const note = silent && errorText(silent.code, language ?? 'es', silent.details);
  const planner: PlannerInfo = { rung: 'embedded', model: 'none', ...(note && { note }) };
  return { conversationId, runId, planner };
};
