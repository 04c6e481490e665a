import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** One request set: JSON lines, one case each. The format is written down in docs/evaluation.md. */

const FileSchema = z.object({
  path: z.string(),
  size: z.number().int().nonnegative().optional(),
  daysAgo: z.number().nonnegative().optional(),
  text: z.string().optional(),
});

const MachineSchema = z.object({ name: z.string(), files: z.array(FileSchema) });

/** Paths of all files afterwards; a path ending in `/` is a folder that must be there. One machine may leave its id out. */
const PathsSchema = z.union([z.array(z.string()), z.record(z.string(), z.unknown())]);
const TreeSchema = z.union([
  z.array(z.string()),
  z.record(z.string(), z.union([PathsSchema, z.boolean(), z.number(), z.string(), z.null()])),
]);

const ExpectSchema = z.object({
  tree: TreeSchema.optional(),
  answer: z
    .object({ mustInclude: z.array(z.string()).default([]), mustNotInclude: z.array(z.string()).default([]) })
    .optional(),
  asks: z.unknown().optional(),
  refuses: z.unknown().optional(),
  unchanged: z.boolean().optional(),
});

export const CaseSchema = z.object({
  id: z.string(),
  lang: z.string(),
  family: z.string(),
  machines: z.record(z.string(), MachineSchema),
  turns: z.array(z.string()).min(1),
  expect: ExpectSchema,
});

export type Case = z.infer<typeof CaseSchema>;
export type FixtureFile = z.infer<typeof FileSchema>;

export const readCases = (file: string): Case[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      const parsed = CaseSchema.safeParse(JSON.parse(line));
      if (parsed.success) return parsed.data;
      throw new Error(
        `${file}:${at + 1}: ${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`,
      );
    });
