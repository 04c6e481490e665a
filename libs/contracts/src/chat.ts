import { z } from 'zod';
import { MachineIdSchema } from './machine.js';
import { HashSchema, PlanIdSchema, PlanSchema, ReceiptSchema } from './plan.js';

/** What gateway and planner say to each other about a person's request. */

export const LanguageSchema = z.enum(['es', 'en']);

/** `look`: no changes; `ask`: every change asks; `auto`: harmless ones go ahead. */
export const ModeSchema = z.enum(['look', 'ask', 'auto']);

export const MESSAGE_MAX_BYTES = 32_768;
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const ConversationIdSchema = id.meta({ id: 'ConversationId' });
export const RunIdSchema = id.meta({ id: 'RunId' });

/** Which planner answered: a configured provider, a local server, or the embedded grammar. */
export const PlannerInfoSchema = z
  .strictObject({
    rung: z.enum(['configured', 'local', 'embedded']),
    model: z.string(),
    note: z.string().optional().describe('Why a better rung is not in use'),
  })
  .meta({ id: 'PlannerInfo' });

/** One thing the planner did on the way: which operation, where, in one sentence, how it ended. */
export const StepSchema = z
  .strictObject({
    operation: z.string(),
    machine: MachineIdSchema.optional(),
    words: z.string(),
    ok: z.boolean(),
    ms: z.number().nonnegative(),
  })
  .meta({ id: 'Step' });

export const UsageSchema = z
  .strictObject({ steps: z.number(), promptTokens: z.number(), completionTokens: z.number(), ms: z.number() })
  .meta({ id: 'Usage' });

/** A plan as people see it: the agent's facts plus a preview written by code in their language. */
export const PlanViewSchema = PlanSchema.extend({ preview: z.string() }).meta({ id: 'PlanView' });

/** gateway → `ordena.planner.chat` */
export const ChatAskSchema = z.strictObject({
  runId: RunIdSchema,
  conversationId: ConversationIdSchema,
  message: z.string().min(1),
  machine: MachineIdSchema.optional().describe('The machine meant when none is named'),
  machines: z.array(MachineIdSchema).optional().describe('Only these may be touched; absent: all'),
  mode: ModeSchema,
  language: LanguageSchema.optional(),
  timeZone: z.string().max(64).optional(),
});

/** gateway → `ordena.planner.resume`, after a person decided about the run's pending plans. */
export const ResumeAskSchema = z.strictObject({
  runId: RunIdSchema,
  decision: z.enum(['approved', 'rejected']),
  reason: z.string().max(2000).optional(),
  plans: z.array(PlanIdSchema).optional().describe('The plans decided about: a repeat never counts for later ones'),
  receipts: z.array(ReceiptSchema),
});

/** gateway → `ordena.planner.note`: what a person did with plans by a button, so that "undo that" knows it. */
export const NoteAskSchema = z.strictObject({
  conversationId: ConversationIdSchema,
  runId: RunIdSchema,
  plans: z.array(PlanSchema),
  receipts: z.array(ReceiptSchema),
});
export const NoteReplySchema = z.strictObject({ noted: z.boolean() });

/** planner → gateway, and (without `runId`) gateway → person. */
export const ChatReplySchema = z
  .strictObject({
    conversationId: ConversationIdSchema,
    runId: RunIdSchema,
    status: z.enum(['done', 'needs_approval', 'needs_answer', 'failed']),
    language: LanguageSchema,
    reply: z.string(),
    steps: z.array(StepSchema),
    plans: z.array(PlanViewSchema),
    receipts: z.array(ReceiptSchema),
    planner: PlannerInfoSchema,
    options: z.array(z.string()).optional().describe('Answers to choose from, when status is needs_answer'),
    usage: UsageSchema.optional(),
  })
  .meta({ id: 'ChatReply' });

/** planner → `ordena.gateway.commit`: may these plans run? `tainted`: file contents were read in this run. */
export const CommitAskSchema = z.strictObject({
  runId: RunIdSchema,
  plans: z
    .array(z.strictObject({ machine: MachineIdSchema, planId: PlanIdSchema, hash: HashSchema }))
    .min(1)
    .max(20),
  tainted: z.boolean(),
});

export const CommitAnswerSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('committed'), receipts: z.array(ReceiptSchema) }),
  z.strictObject({
    status: z.literal('needs_approval'),
    why: z.array(z.string()),
    receipts: z.array(ReceiptSchema).optional().describe('Of plans that ran before one had to wait'),
  }),
]);

/** planner → `ordena.run.<runId>`, for whoever streams the request. */
export const RunEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('step'), step: StepSchema }),
  z.strictObject({ kind: z.literal('words'), text: z.string() }),
  z.strictObject({ kind: z.literal('plan'), plan: PlanViewSchema }),
  z.strictObject({ kind: z.literal('receipt'), receipt: ReceiptSchema }),
]);

/** agent → `ordena.event.<machine>.<kind>`: one JSON line each. */
export const AgentEventSchema = z.strictObject({
  kind: z.enum(['online', 'offline', 'planned', 'approved', 'progress', 'committed', 'undone', 'discarded', 'refused']),
  machine: MachineIdSchema,
  at: z.string(),
  planId: PlanIdSchema.optional(),
  operation: z.string().optional(),
  by: z.string().optional(),
  done: z.number().int().optional(),
  total: z.number().int().optional(),
  failed: z.number().int().optional(),
  stopped: z.boolean().optional(),
  code: z.string().optional(),
});

export type Language = z.infer<typeof LanguageSchema>;
export type Mode = z.infer<typeof ModeSchema>;
export type PlannerInfo = z.infer<typeof PlannerInfoSchema>;
export type Step = z.infer<typeof StepSchema>;
export type Usage = z.infer<typeof UsageSchema>;
export type PlanView = z.infer<typeof PlanViewSchema>;
export type ChatAsk = z.infer<typeof ChatAskSchema>;
export type ResumeAsk = z.infer<typeof ResumeAskSchema>;
export type NoteAsk = z.infer<typeof NoteAskSchema>;
export type ChatReply = z.infer<typeof ChatReplySchema>;
export type CommitAsk = z.infer<typeof CommitAskSchema>;
export type CommitAnswer = z.infer<typeof CommitAnswerSchema>;
export type RunEvent = z.infer<typeof RunEventSchema>;
export type AgentEvent = z.infer<typeof AgentEventSchema>;
