import type { ChatReply } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import { planText } from '#contracts/words/plan-text';
import { replyText } from '#contracts/words/reply-text';
import type { Committer } from '../runs/committer.js';
import type { RunStore } from '../runs/run-store.js';

export interface Waiting {
  readonly runs: Pick<RunStore, 'waitingIn'>;
  readonly committer: Pick<Committer, 'reread'>;
}

/**
 * An answer, and under it what an earlier request still waits for: a correction that was not understood, followed by
 * "yes", must not carry out what nobody has in mind any more. What no yes can carry out now is passed over.
 */
export const withWaiting = async (reply: ChatReply, { runs, committer }: Waiting): Promise<ChatReply> => {
  if (reply.status !== 'done' && reply.status !== 'failed') return reply;
  const waiting = await runs.waitingIn(reply.conversationId);
  if (waiting === undefined) return reply;
  try {
    const seen = await Promise.all(waiting.pending.map((ref) => committer.reread(ref)));
    if (seen.some(({ state }) => state !== 'open')) return reply;
    const previews = seen.map(({ plan }) => planText(plan, reply.language));
    const told = [replyText('stillWaiting', reply.language), ...previews, replyText('needsApproval', reply.language)];
    return { ...reply, reply: `${reply.reply}\n\n${told.join('\n')}` };
  } catch (error) {
    if (error instanceof OrdenaError) return reply;
    throw error;
  }
};
