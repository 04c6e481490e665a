import type { ChatReply, Language } from '#contracts/chat';
import type { OrdenaError } from '#contracts/errors';
import type { Receipt } from '#contracts/plan';
import { errorText } from '#contracts/words/error-text';
import { receiptText } from '#contracts/words/receipt-text';
import { replyText } from '#contracts/words/reply-text';
import type { Run } from './run.js';

/** The answer when the planner cannot give one: the receipts in our own words, and why the planner is silent. */
export const plainAnswer = (run: Run, receipts: Receipt[], error: OrdenaError): ChatReply => {
  const language: Language = run.language ?? 'es';
  const told = receipts.map((receipt) => receiptText(receipt, language));
  const failed = receipts.some(({ status }) => status === 'failed');
  return {
    conversationId: run.conversationId,
    runId: run.runId,
    status: failed ? 'failed' : 'done',
    language,
    reply: told.length > 0 ? told.join(' ') : replyText('rejected', language),
    steps: [],
    plans: [],
    receipts,
    planner: { rung: 'embedded', model: 'none', note: errorText(error.code, language, error.details) },
  };
};
