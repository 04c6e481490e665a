import { z } from 'zod';
import { RunEventSchema } from '#contracts/chat';

/** One line of a stream of server-sent events. `id`s grow, so that a reader who lost the line can go on from there. */
export interface Line {
  readonly id: number;
  readonly event: string;
  readonly data: unknown;
}

/**
 * What a gateway tells of a run beside what the planner tells. `since` is the stretch of work it belongs to: a run that
 * waited and went on has several, and the last word of one is not the last word of the next.
 */
export const ToldSchema = z.strictObject({
  kind: z.literal('told'),
  event: z.enum(['run', 'progress', 'reply', 'error', 'alive', 'followed']),
  since: z.number().int().optional(),
  data: z.unknown(),
});
export type Told = z.infer<typeof ToldSchema>;

const AnyLineSchema = z.union([ToldSchema, RunEventSchema]);

const LAST: ReadonlySet<string> = new Set(['reply', 'error', 'bye']);

/** After it nothing comes. */
export const isLast = ({ event }: Line): boolean => LAST.has(event);

/** Only between gateways: somebody works on it, somebody reads it again. */
const INTERNAL: ReadonlySet<string> = new Set(['alive', 'followed']);

export interface Heard {
  readonly line: Line;
  readonly internal: boolean;
}

/** A message of the run's subject as a line; undefined for what belongs to another stretch of work or is none of ours. */
export const heard = (id: number, body: unknown, since: number): Heard | undefined => {
  const parsed = AnyLineSchema.safeParse(body).data;
  if (parsed === undefined) return undefined;
  if (parsed.kind !== 'told') return { line: { id, event: parsed.kind, data: parsed }, internal: false };
  const { event, data } = parsed;
  if (parsed.since !== undefined && parsed.since !== since) return undefined;
  return { line: { id, event, data }, internal: INTERNAL.has(event) };
};
