import { z } from 'zod';
import { CATALOG } from '../catalog.js';
import { ChatReplySchema, ConversationIdSchema, PlannerInfoSchema, RunIdSchema } from '../chat.js';
import { MachineIdSchema, MachineSchema } from '../machine.js';

/** What the gateway's own doors answer, beside the operations' replies. */

/** What a person did to plans without words. */
export const PressedSchema = z.enum(['approve', 'reject', 'undo']);

export const TurnSchema = z
  .strictObject({
    at: z.string(),
    message: z.string().optional().describe('Absent where a button was pressed'),
    pressed: PressedSchema.optional(),
    reply: ChatReplySchema,
  })
  .meta({ id: 'Turn' });

export const ConversationSchema = z
  .strictObject({ conversationId: ConversationIdSchema, turns: z.array(TurnSchema).describe('Oldest first') })
  .meta({ id: 'Conversation' });

export const MachineListSchema = z.strictObject({ machines: z.array(MachineSchema) }).meta({ id: 'MachineList' });

export const PlanDetailSchema = z
  .strictObject({ ...CATALOG.plan.reply.shape, preview: z.string().describe('One sentence in the language asked for') })
  .meta({ id: 'PlanDetail' });

export const HistoryPageSchema = z
  .strictObject({
    ...CATALOG.history.reply.shape,
    off: z.array(MachineIdSchema).describe('Machines that could not be asked; what they did is not in this page'),
  })
  .meta({ id: 'HistoryPage' });

export const CancelReplySchema = z
  .strictObject({
    runId: RunIdSchema,
    outcome: z
      .enum(['cancelled', 'stopping', 'over'])
      .describe(
        'cancelled: nothing more will change; stopping: what is being carried out stops at its next step and its receipt says how far it came; over: there was nothing left to stop',
      ),
  })
  .meta({ id: 'CancelReply' });

export const HealthSchema = z
  .strictObject({
    status: z.literal('ok'),
    version: z.string(),
    planner: PlannerInfoSchema.optional().describe('Absent: no planner answers'),
  })
  .meta({ id: 'Health' });

export const ReadinessSchema = z
  .strictObject({
    status: z.enum(['ready', 'not-ready']),
    checks: z.strictObject({ nats: z.boolean(), planner: z.boolean(), machine: z.boolean() }),
  })
  .meta({ id: 'Readiness' });

export const KeyScopeSchema = z.enum(['read', 'write', 'approve', 'keys']);

/** An API key as it is kept and shown: never the key itself. */
export const KeySchema = z
  .strictObject({
    keyId: z.string(),
    name: z.string(),
    scopes: z.array(KeyScopeSchema),
    machines: z.array(MachineIdSchema).optional().describe('Only these; absent: all'),
    createdAt: z.string(),
    expiresAt: z.string().optional().describe('Absent: until it is revoked'),
  })
  .meta({ id: 'Key' });

export const KeyListSchema = z.strictObject({ keys: z.array(KeySchema) }).meta({ id: 'KeyList' });

export const NewKeySchema = z
  .strictObject({ ...KeySchema.shape, key: z.string().describe('Shown this once; only its hash is kept') })
  .meta({ id: 'NewKey' });

export const RevokedSchema = z.strictObject({ keyId: z.string(), revoked: z.boolean() }).meta({ id: 'Revoked' });

export type Pressed = z.infer<typeof PressedSchema>;
export type Turn = z.infer<typeof TurnSchema>;
export type Conversation = z.infer<typeof ConversationSchema>;
export type MachineList = z.infer<typeof MachineListSchema>;
export type PlanDetail = z.infer<typeof PlanDetailSchema>;
export type HistoryPage = z.infer<typeof HistoryPageSchema>;
export type CancelReply = z.infer<typeof CancelReplySchema>;
export type Health = z.infer<typeof HealthSchema>;
export type Readiness = z.infer<typeof ReadinessSchema>;
export type KeyScope = z.infer<typeof KeyScopeSchema>;
export type Key = z.infer<typeof KeySchema>;
export type KeyList = z.infer<typeof KeyListSchema>;
export type Revoked = z.infer<typeof RevokedSchema>;
export type NewKey = z.infer<typeof NewKeySchema>;
