import { z } from 'zod';
import { LanguageSchema } from '#contracts/chat';
import { MachineIdSchema } from '#contracts/machine';
import { OnConflictSchema, SelectSchema } from '#contracts/selection';

/**
 * What code knows about the world when a person speaks: the second system message of every model request, as JSON.
 * A language model reads it as text; the embedded planner parses it. Nothing in it comes from file contents.
 */
const MachineFactSchema = z.strictObject({
  id: MachineIdSchema,
  name: z.string(),
  online: z.boolean(),
  places: z.array(z.string()),
});

/** Something this conversation did or looked at: what "them", "there" and "that" can mean. Newest last. */
const DeedSchema = z.strictObject({
  operation: z.string(),
  machine: MachineIdSchema,
  planId: z.string().optional(),
  /** The job that it undid as a whole; an undo without has put back a part of one. */
  undoOf: z.string().optional(),
  /** Deeds of one request share it: "undo that" means all that its request changed. */
  run: z.string().optional(),
  state: z.enum(['looked', 'planned', 'committed', 'rejected', 'undone']),
  from: z.string().optional(),
  to: z.string().optional(),
  select: SelectSchema.optional(),
  /** Of a look for the same files: the other folder. */
  with: z.string().optional(),
  onConflict: OnConflictSchema.optional(),
  entries: z.number().optional(),
  names: z.array(z.string()).max(10).optional(),
  /** The folder `to` was made by it. */
  made: z.literal(true).optional(),
});

/** A question the planner asked last turn: what the answer completes. `draft` is the planner's own note to itself. */
const QuestionSchema = z.strictObject({ question: z.string(), draft: z.string().optional() });

export const FactsSchema = z.strictObject({
  now: z.string().describe('ISO 8601 with offset'),
  timeZone: z.string(),
  language: LanguageSchema,
  machines: z.array(MachineFactSchema),
  defaultMachine: MachineIdSchema.optional(),
  deeds: z.array(DeedSchema).max(20),
  asked: QuestionSchema.optional(),
});

export type Facts = z.infer<typeof FactsSchema>;
export type Deed = z.infer<typeof DeedSchema>;
