import { z } from 'zod';
import { ERRORS, type ErrorCode } from './errors.js';
import { MachineIdSchema } from './machine.js';

const ErrorCodeSchema = z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]);
const count = z.number().int().nonnegative();

export const PlanIdSchema = z
  .string()
  .regex(/^p-[0-9a-z]{8,26}$/)
  .meta({ id: 'PlanId' });
export const HashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What one entry of a plan would do. `from` is absent for things made new, `to` for things trashed. */
export const PlanEntrySchema = z
  .strictObject({
    action: z.enum(['move', 'copy', 'trash', 'create-folder', 'write', 'restore', 'remove-folder', 'skip']),
    kind: z.enum(['file', 'folder', 'link']),
    from: z.string().optional(),
    to: z.string().optional(),
    bytes: count,
    mode: z
      .enum(['create', 'replace', 'append'])
      .optional()
      .describe('Of a write: a file made new, all its text replaced, or more added at its end'),
    conflict: z.enum(['number', 'skip', 'trash-existing']).optional().describe('The name was taken; what happens'),
  })
  .meta({ id: 'PlanEntry' });

/** Why a plan may need a person: computed facts for policy, never anybody's opinion. */
export const NeedSchema = z.enum(['trash', 'overwrite', 'other-machine', 'over-quota', 'changed-since', 'many']);

export const PlanSchema = z
  .strictObject({
    planId: PlanIdSchema,
    hash: HashSchema.describe('SHA-256 over exactly what will run; an approval is bound to it'),
    machine: MachineIdSchema,
    operation: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
    from: z.string().optional().describe('Where the entries are now'),
    to: z.string().optional().describe('Where they would go'),
    undoOf: PlanIdSchema.optional(),
    summary: z.strictObject({
      entries: count.describe('Entries that would change'),
      files: count,
      folders: count.describe('Folders among them'),
      newFolders: count.describe('Folders that would be made on the way'),
      bytes: count,
      conflicts: count.describe('Names already taken'),
      skipped: count.describe('Selected but left alone'),
      overwrites: count.describe('Existing entries that would go to the trash to make room'),
      trashes: count,
    }),
    sample: z.array(PlanEntrySchema).max(50),
    needs: z.array(NeedSchema),
  })
  .meta({ id: 'Plan' });

/** Whether somebody said yes, a person or a program with a key that may, or the policy let it go ahead unasked. */
export const YesSchema = z.enum(['given', 'policy']);

/** A yes: bound to one plan hash and one machine, used once, short-lived. */
export const ApprovalSchema = z
  .strictObject({
    planId: PlanIdSchema,
    hash: HashSchema,
    machine: MachineIdSchema,
    by: z.string().max(200).describe('Who said yes: a person, a key, or the policy'),
    yes: YesSchema.optional().describe('Default: policy. What nobody was asked about counts towards the hourly quota'),
    expiresAt: z.string(),
    signature: z.string().max(100).optional().describe('Of the gateway, where the credentials of the PC name one'),
  })
  .meta({ id: 'Approval' });

export const ReceiptEntrySchema = z
  .strictObject({
    action: PlanEntrySchema.shape.action,
    from: z.string().optional(),
    to: z.string().optional(),
    result: z.enum(['done', 'skipped', 'stale', 'failed', 'not-started']),
    code: ErrorCodeSchema.optional(),
  })
  .meta({ id: 'ReceiptEntry' });

/** What a commit did, re-read from the disk. `entries` shows what went wrong first. */
export const ReceiptSchema = z
  .strictObject({
    planId: PlanIdSchema,
    machine: MachineIdSchema,
    operation: z.string(),
    status: z.enum(['running', 'complete', 'partial', 'failed']),
    stopped: z.boolean().optional().describe('Somebody stopped it; what was done until then stays'),
    from: z.string().optional(),
    to: z.string().optional(),
    total: count,
    done: count,
    skipped: count,
    stale: count,
    failed: count,
    overwritten: count.describe('Always 0: what stood in the way is in the trash'),
    trashed: count,
    newFolders: count,
    bytes: count,
    entries: z.array(ReceiptEntrySchema).max(50),
    undoable: z.boolean(),
    undoOf: PlanIdSchema.optional(),
    at: z.string(),
  })
  .meta({ id: 'Receipt' });

export type Plan = z.infer<typeof PlanSchema>;
export type PlanEntry = z.infer<typeof PlanEntrySchema>;
export type Need = z.infer<typeof NeedSchema>;
export type Yes = z.infer<typeof YesSchema>;
export type Approval = z.infer<typeof ApprovalSchema>;
export type Receipt = z.infer<typeof ReceiptSchema>;
export type ReceiptEntry = z.infer<typeof ReceiptEntrySchema>;
