import { z } from 'zod';
import { ChatAskSchema, ConversationIdSchema, LanguageSchema, ModeSchema, RunIdSchema } from '#contracts/chat';
import { DecisionReplySchema } from '#contracts/http/decision.dto';
import { PressedSchema } from '#contracts/http/views';
import { MachineIdSchema } from '#contracts/machine';
import { HashSchema, PlanIdSchema } from '#contracts/plan';

export const PlanRefSchema = z.strictObject({ machine: MachineIdSchema, planId: PlanIdSchema, hash: HashSchema });

/** A yes or a no, how it was said, and by whom. */
export const DecisionSchema = z.strictObject({
  say: z.enum(['approved', 'rejected']),
  by: z.string(),
  reason: z.string().optional(),
  /** A word in the talk, or a button. */
  message: z.string().optional(),
  pressed: PressedSchema.optional(),
});

/**
 * One request of a person: what it may do, what waits for a yes, and all that is needed to go on with it. Stored, so that
 * a yes still counts after a restart, any gateway can take it, and another one finishes what one that died had begun.
 * `open` → (`waiting` → `deciding`)* → `over`; `cancelled` from `open` and `waiting`.
 */
export const RunSchema = z.strictObject({
  runId: RunIdSchema,
  /** Absent: a program's own plan, which belongs to no talk. */
  conversationId: ConversationIdSchema.optional(),
  /** Who asked: the person at this PC or a key. */
  by: z.string(),
  mode: ModeSchema,
  machines: z.array(MachineIdSchema).optional(),
  language: LanguageSchema.optional(),
  /** What the planner was asked; absent where a button was pressed and no planner knows the run. */
  ask: ChatAskSchema.optional(),
  state: z.enum(['open', 'waiting', 'deciding', 'over', 'cancelled']),
  /** Somebody said stop while it was carried out: nothing more of it starts. */
  stopping: z.boolean(),
  /** When whoever asked closed their stream: until somebody reads on, nothing more goes ahead by itself. */
  leftAt: z.string().optional(),
  tainted: z.boolean(),
  /** Entries changed without asking, for the limit that splitting into many plans must not evade. */
  entries: z.number().int().nonnegative(),
  /** Being carried out right now, with one entry per plan. */
  working: z.array(PlanRefSchema),
  pending: z.array(PlanRefSchema),
  decision: DecisionSchema.optional(),
  decidedAt: z.string().optional(),
  /** Where the lines of its latest stretch of work begin in the stream of what runs told. */
  since: z.number().int().nonnegative(),
  answer: DecisionReplySchema.optional(),
});

export type Run = z.infer<typeof RunSchema>;
export type PlanRef = z.infer<typeof PlanRefSchema>;
export type Decision = z.infer<typeof DecisionSchema>;

export const refOf = ({ machine, planId, hash }: PlanRef): PlanRef => ({ machine, planId, hash });

type Known = Pick<Run, 'runId' | 'by' | 'mode' | 'since'> & Partial<Run>;

export const newRun = (known: Known): Run => ({
  state: 'open',
  stopping: false,
  tainted: false,
  entries: 0,
  working: [],
  pending: [],
  ...known,
});
