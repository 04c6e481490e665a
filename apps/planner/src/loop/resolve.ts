import type { ChatReply } from '#contracts/chat';
import type { Plan } from '#contracts/plan';
import { errorText } from '#contracts/words/error-text';
import { planText } from '#contracts/words/plan-text';
import { receiptText } from '#contracts/words/receipt-text';
import { replyText } from '#contracts/words/reply-text';
import type { ConversationEvent } from '../memory/conversation-events.js';
import { claimsChange } from './claims.js';
import { planOf, type Outcome, type Run } from './run.js';

/** Last of the loop's four: what the person gets. Receipts say what was done; the model's words only follow them. */
export const resolve = (run: Run, outcome: Outcome): ChatReply => ({
  conversationId: run.ask.conversationId,
  runId: run.ask.runId,
  status: statusOf(run, outcome),
  language: run.language,
  reply: [...preface(run), ...receiptSentences(run), ...closing(run, outcome)]
    .filter((text) => text.trim() !== '')
    .join('\n'),
  steps: run.steps,
  plans: plansFor(run, outcome).map((plan) => ({ ...plan, preview: planText(plan, run.language) })),
  receipts: run.receipts,
  planner: run.planner,
  ...(outcome.kind === 'question' && outcome.options.length > 0 && { options: outcome.options }),
  usage: run.usage,
});

const preface = ({ modelFailed, takenOver, language }: Run): string[] => [
  ...(takenOver === true ? [replyText('takenOver', language)] : []),
  ...(modelFailed === true ? [replyText('withoutModel', language)] : []),
];

const statusOf = (run: Run, outcome: Outcome): ChatReply['status'] => {
  if (outcome.kind === 'waiting') return 'needs_approval';
  if (outcome.kind === 'question') return 'needs_answer';
  if (outcome.kind === 'failed' || outcome.kind === 'stopped') return isWholeAnyway(run) ? 'done' : 'failed';
  return 'done';
};

/** The work was done and only the closing words are missing. */
const isWholeAnyway = (run: Run): boolean => run.receipts.length > 0 && run.open.length === 0;

const plansFor = (run: Run, outcome: Outcome): Plan[] =>
  outcome.kind === 'waiting'
    ? run.plans.filter(({ planId }) => run.pending?.plans.includes(planId)).map((plan) => asAsked(run, plan))
    : run.plans.filter(({ planId }) => !run.left.includes(planId));

/** Each plan alone was under the limit; all that changed within the hour was not. */
const asAsked = (run: Run, plan: Plan): Plan =>
  isOverQuota(run) ? { ...plan, needs: [...new Set([...plan.needs, 'over-quota' as const])] } : plan;

const isOverQuota = ({ pending }: Run): boolean => pending?.why?.includes('over-quota') ?? false;

const receiptSentences = (run: Run): string[] =>
  run.receipts.map((receipt) => receiptText(receipt, run.language, planOf(run, receipt.planId)));

const closing = (run: Run, outcome: Outcome): string[] => {
  const { language } = run;
  switch (outcome.kind) {
    case 'answer':
      return answer(run, outcome);
    case 'question':
      return [outcome.question];
    case 'waiting':
      return question(run, plansFor(run, outcome));
    case 'rejected':
      return [replyText(run.receipts.length > 0 ? 'rejectedRest' : 'rejected', language)];
    case 'stopped':
      return [replyText('stopped', language)];
    case 'failed':
      return failure(run, outcome.error);
  }
};

/** Every plan in its words, then the one question about all of them. */
const question = (run: Run, plans: readonly Plan[]): string[] => {
  const { language, pending } = run;
  return [
    ...plans.map((plan, at) => `${plans.length > 1 ? `${at + 1}. ` : ''}${planText(plan, language)}`),
    ...(isOverQuota(run) ? [replyText('overQuota', language)] : []),
    ...(pending?.more === true ? [replyText('firstStep', language)] : []),
    replyText(plans.length > 1 ? 'needsApprovalAll' : 'needsApproval', language),
  ];
};

const answer = (run: Run, { words, cutOff }: Extract<Outcome, { kind: 'answer' }>): string[] => {
  const said = words.trim();
  const { language } = run;
  if (said === '' && run.receipts.length === 0) return [replyText('emptyAnswer', language)];
  const nothingChanged = run.receipts.length === 0 && claimsChange(said);
  return [
    ...(nothingChanged ? [replyText('nothingChanged', language)] : []),
    said,
    ...(cutOff === true ? [replyText('cutOff', language)] : []),
  ];
};

const failure = (run: Run, error: Extract<Outcome, { kind: 'failed' }>['error']): string[] => {
  const { language } = run;
  if (isWholeAnyway(run)) return [replyText('cutOff', language)];
  const help = error.code === 'MODEL_FAILED' ? [replyText('stillWorks', language)] : [];
  return [errorText(error.code, language, error.details), ...help];
};

export interface Finished {
  readonly outcome: Outcome;
  readonly reply: ChatReply;
  readonly at: string;
}

/** What the conversation's log has not heard of yet; marks it as heard. */
export const newEvents = (run: Run, { outcome, reply, at }: Finished): ConversationEvent[] => {
  const base = { at, runId: run.ask.runId };
  const { logged, language } = run;
  const said = logged.said ? [] : [{ ...base, at: run.at, kind: 'said' as const, message: run.ask.message, language }];
  const deeds = run.deeds.slice(logged.deeds).map((deed) => ({ ...base, kind: 'deed' as const, deed }));
  const done = run.receipts
    .slice(logged.receipts)
    .flatMap(({ planId, undoOf }) => [
      { ...base, kind: 'decided' as const, planId, state: 'committed' as const },
      ...(undoOf ? [{ ...base, kind: 'decided' as const, planId: undoOf, state: 'undone' as const }] : []),
    ]);
  const rejected = run.rejected
    .slice(logged.rejected)
    .map((planId) => ({ ...base, kind: 'decided' as const, planId, state: 'rejected' as const }));
  Object.assign(logged, {
    said: true,
    deeds: run.deeds.length,
    receipts: run.receipts.length,
    rejected: run.rejected.length,
  });
  const answered = {
    ...base,
    kind: 'answered' as const,
    status: reply.status,
    reply: reply.reply,
    tainted: run.tainted,
  };
  return [...said, ...deeds, ...done, ...rejected, answered, ...asked(outcome, base)];
};

const asked = (outcome: Outcome, base: { at: string; runId: string }): ConversationEvent[] => {
  if (outcome.kind !== 'question') return [];
  const { question, draft } = outcome;
  return [{ ...base, kind: 'asked', question, ...(draft !== undefined && { draft }) }];
};
