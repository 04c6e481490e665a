import { z } from 'zod';
import { OrdenaError } from '#contracts/errors';
import { KNOWN } from '../disk/known-folders.js';
import { isSpared } from './sensitive.js';

/**
 * The owner's limits: one small JSON file on the PC. Nothing on the wire can read past it or widen it, and a file that
 * does not fit stops the agent: a typing error must never open more than was meant.
 */

const PlaceNameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'lower-case letters, digits and hyphens, at most 32');

/** A path that begins elsewhere would depend on where the agent was started from. */
const PathSchema = z.string().regex(/^([/\\]|[a-z]:[/\\])/i, 'a whole path, from / or a drive on, without ~');

const ExtraPlaceSchema = z.union([
  PathSchema.transform((path) => ({ path, readOnly: false })),
  z.strictObject({ path: PathSchema, readOnly: z.boolean().default(false) }),
]);

const LimitsSchema = z.strictObject({
  /** Folders opened beside the known ones: name → path, or {path, readOnly}. */
  places: z.record(PlaceNameSchema, ExtraPlaceSchema).default({}),
  /** Known or extra places that may be looked at only; `true` means the whole machine. */
  readOnly: z.union([z.boolean(), z.array(PlaceNameSchema)]).default(false),
  /** Known places that are not shared. */
  closed: z.array(PlaceNameSchema).default([]),
  quotas: z
    .strictObject({
      /** A plan of more entries is refused with TOO_MANY. */
      entriesPerPlan: z.number().int().min(1).max(5_000_000).default(100_000),
      /** A plan of more bytes still needs a person: it carries `over-quota`. */
      bytesPerPlan: z
        .number()
        .int()
        .min(1)
        .default(10 * 1024 ** 3),
      /** What may change within an hour without anybody's yes; more is refused with NEEDS_APPROVAL. */
      entriesPerHour: z.number().int().min(0).default(2_000),
      /** The same for the bytes of those entries: copies without end would fill the disk. */
      bytesPerHour: z
        .number()
        .int()
        .min(0)
        .default(40 * 1024 ** 3),
    })
    .prefault({}),
  sensitive: z
    .strictObject({
      /** Name patterns denied beside the built-in ones. */
      deny: z.array(z.string().min(1).max(255)).max(200).default([]),
      /** Built-in patterns that the owner opens, spelled exactly as `doctor` prints them. */
      allow: z.array(z.string().min(1).max(255)).max(200).default([]),
    })
    .prefault({}),
  /** How long history and trashed versions are kept for undo. */
  retentionDays: z.number().int().min(1).max(3650).default(30),
  /** Contents of files that have a second name somewhere, perhaps outside the places. */
  hardlinks: z.enum(['deny', 'allow']).default('deny'),
});

export type AgentConfig = z.output<typeof LimitsSchema>;

/** A limit on a place that does not exist limits nothing, while its owner thinks that it holds. */
const strayNames = ({
  places,
  readOnly,
  closed,
  sensitive,
}: AgentConfig): { path: (string | number)[]; message: string }[] => {
  const known: readonly string[] = [...KNOWN, ...Object.keys(places)];
  const strayIn = (field: string, names: readonly string[]) =>
    names.flatMap((name, at) =>
      known.includes(name)
        ? []
        : [{ path: [field, at], message: `"${name}" is none of the places ${known.join(', ')}` }],
    );
  const notSpared = sensitive.allow.flatMap((name, at) =>
    isSpared(name)
      ? []
      : [{ path: ['sensitive', 'allow', at], message: `"${name}" is none of the names that are spared` }],
  );
  return [...strayIn('readOnly', Array.isArray(readOnly) ? readOnly : []), ...strayIn('closed', closed), ...notSpared];
};

const AgentConfigSchema = LimitsSchema.superRefine((config, context) => {
  for (const stray of strayNames(config)) context.addIssue({ code: 'custom', ...stray });
});

const json = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OrdenaError('BAD_CONFIG', `The configuration ${file} is not valid JSON; mend it and start again.`, {
      cause,
    });
  }
};

/** `text` undefined: there is no file, so every default holds. Throws BAD_CONFIG naming file and field. */
export const parseConfig = (text: string | undefined, file: string): AgentConfig => {
  const checked = AgentConfigSchema.safeParse(text === undefined ? {} : json(text, file));
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0]!;
  const field = issue.path.join('.') || 'the whole file';
  throw new OrdenaError('BAD_CONFIG', `The configuration ${file} is wrong at "${field}": ${issue.message}.`, {
    details: { file, field },
  });
};
