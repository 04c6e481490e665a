import { z } from 'zod';
import { LanguageSchema } from '#contracts/chat';
import { FactsSchema } from '../facts.js';

/** What a conversation is: these events in order, each under a key of its own. The view for the model is built from them. */

const base = { at: z.string(), runId: z.string() };

export const DeedSchema = FactsSchema.shape.deeds.element;

export const ConversationEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('said'), message: z.string(), language: LanguageSchema }),
  z.strictObject({
    ...base,
    kind: z.literal('answered'),
    status: z.enum(['done', 'needs_approval', 'needs_answer', 'failed']),
    reply: z.string(),
    /** File contents were read: the words may carry somebody else's text. */
    tainted: z.boolean(),
  }),
  z.strictObject({ ...base, kind: z.literal('asked'), question: z.string(), draft: z.string().optional() }),
  z.strictObject({ ...base, kind: z.literal('deed'), deed: DeedSchema }),
  z.strictObject({ ...base, kind: z.literal('decided'), planId: z.string(), state: DeedSchema.shape.state }),
]);

export type ConversationEvent = z.infer<typeof ConversationEventSchema>;
