import { z } from 'zod';
import { MACHINE_PATTERN } from './patterns.js';

/** `hb` is what buses call a heartbeat; `enrolments` is a path below `/v1/machines`. */
export const RESERVED_IDS: readonly string[] = ['hb', 'enrolments'];

/** A machine's id becomes a subject token, so it is checked at every entry: HTTP, bus, enrolment, model. */
export const MachineIdSchema = z
  .string()
  .regex(MACHINE_PATTERN, 'lower-case letters, digits and hyphens, at most 32, not starting with a hyphen')
  .refine((id) => !RESERVED_IDS.includes(id), {
    error: 'a word that Ordena uses itself',
    params: { kind: 'machine-id' },
  })
  .meta({ id: 'MachineId', examples: ['pc1', 'oficina'], not: { enum: RESERVED_IDS } });

/** How strongly the agent can keep itself inside its places: by the kernel, or only by noticing afterwards. */
export const ContainmentSchema = z.enum(['kernel', 'detect']);

export const PlaceSchema = z
  .strictObject({
    name: z.string().describe('Canonical name, as used in locations'),
    words: z.array(z.string()).describe('Other words people use for it'),
    path: z.string().describe('Where it is on that machine'),
    readOnly: z.boolean(),
    freeBytes: z.number().int().nonnegative(),
  })
  .meta({ id: 'Place' });

/** One machine as the gateway sees it: from `$SRV.PING` of its file agent. */
export const MachineSchema = z
  .strictObject({
    machine: MachineIdSchema,
    displayName: z.string(),
    os: z.string(),
    version: z.string(),
    containment: ContainmentSchema,
    places: z.array(z.string()),
    online: z.boolean(),
    lastSeen: z.string().describe('ISO 8601'),
  })
  .meta({ id: 'Machine' });

export type Machine = z.infer<typeof MachineSchema>;
