import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { ApprovalSchema, PlanIdSchema, ReceiptSchema } from '../plan.js';

export const commit = defineOperation({
  name: 'commit',
  effect: 'decide',
  words:
    'Carry out exactly one approved plan. A repeat answers the stored receipt; a long one answers "running" and reports by events.',
  request: z.strictObject({ planId: PlanIdSchema, approval: ApprovalSchema }).meta({ id: 'CommitRequest' }),
  reply: ReceiptSchema,
});
