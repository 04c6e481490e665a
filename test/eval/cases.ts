import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** One request set: JSON lines, one case each. The format is written down in docs/evaluation.md. */

const PathSchema = z
  .string()
  .refine((path) => !path.split('/').some((part) => part === '..' || part === '.'), 'must not leave its place');

const FileSchema = z.object({
  path: PathSchema,
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

export type ExpectedTree = z.infer<typeof TreeSchema>;

/** What one turn on the way leaves behind; null: the case does not tell. */
const TurnSchema = z.union([
  z.strictObject({ tree: TreeSchema }),
  z.strictObject({ unchanged: z.literal(true) }),
  z.null(),
]);

/** What is not known here is passed over, but something that is known must be expected. */
const EXPECTATIONS = ['tree', 'answer', 'asks', 'refuses', 'unchanged'];

const ExpectSchema = z
  .object({
    tree: TreeSchema.optional(),
    turns: z.array(TurnSchema).optional(),
    answer: z
      .object({ mustInclude: z.array(z.string()).default([]), mustNotInclude: z.array(z.string()).default([]) })
      .optional(),
    asks: z.unknown().optional(),
    refuses: z.unknown().optional(),
    unchanged: z.boolean().optional(),
  })
  .refine((expect) => EXPECTATIONS.some((key) => key in expect), 'expects nothing: any outcome would be right');

export const CaseSchema = z.object({
  id: z.string().min(1),
  lang: z.string(),
  family: z.string(),
  machines: z.record(z.string(), MachineSchema).refine((ids) => Object.keys(ids).length > 0, 'needs a machine'),
  turns: z.array(z.string().min(1)).min(1),
  expect: ExpectSchema,
});

export type Case = z.infer<typeof CaseSchema>;
export type FixtureFile = z.infer<typeof FileSchema>;

/** Says which line of the file is wrong and why. */
export class BadSet extends Error {
  override readonly name = 'BadSet';
}

export const readCases = (file: string): Case[] => {
  const lines = textOf(file).split(/\r?\n/);
  const cases = lines.flatMap((line, at) => (line.trim() === '' ? [] : [caseOn(line, `${file}:${at + 1}`)]));
  if (cases.length === 0) throw new BadSet(`${file}: there is no case in it.`);
  const twice = cases.find(({ id }, at) => cases.findIndex((each) => each.id === id) < at);
  if (twice) throw new BadSet(`${file}: two cases have the id "${twice.id}".`);
  return cases;
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new BadSet(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
};

const caseOn = (line: string, where: string): Case => {
  const parsed = CaseSchema.safeParse(jsonOn(line, where));
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw new BadSet(`${where}: ${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`);
};

const jsonOn = (line: string, where: string): unknown => {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new BadSet(`${where}: not JSON: ${(error as Error).message}`);
  }
};
