import { z } from 'zod';
import { ChatReplySchema, ConversationIdSchema, LanguageSchema, ModeSchema, RunIdSchema } from '#contracts/chat';
import { MachineIdSchema } from '#contracts/machine';
import { HashSchema, PlanIdSchema } from '#contracts/plan';

export const PlanRefSchema = z.strictObject({ machine: MachineIdSchema, planId: PlanIdSchema, hash: HashSchema });

/**
 * One request of a person: what it may do, and what waits for a yes. Stored, so that a yes still counts after a
 * restart and any gateway can take it. `open` → (`waiting` → `deciding`)* → `decided`; `cancelled` from anywhere.
 */
export const RunSchema = z.strictObject({
  runId: RunIdSchema,
  conversationId: ConversationIdSchema,
  /** Who asked: the person at this PC or a key. */
  by: z.string(),
  mode: ModeSchema,
  machines: z.array(MachineIdSchema).optional(),
  language: LanguageSchema.optional(),
  state: z.enum(['open', 'waiting', 'deciding', 'decided', 'cancelled']),
  tainted: z.boolean(),
  /** Entries changed without asking, for the limit that splitting into many plans must not evade. */
  entries: z.number().int().nonnegative(),
  /** Commits of this request that are at work right now; they can no longer be stopped, only undone. */
  committing: z.number().int(),
  pending: z.array(PlanRefSchema),
  decidedAt: z.string().optional(),
  decision: z.enum(['approved', 'rejected']).optional(),
  answer: ChatReplySchema.optional(),
});

export type Run = z.infer<typeof RunSchema>;
export type PlanRef = z.infer<typeof PlanRefSchema>;
