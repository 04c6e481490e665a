import { z } from 'zod';
import type { ChatReply } from '#contracts/chat';
import type { Run } from '../loop/run.js';

/** Runs stored by an older planner are refused, never half-understood. */
export const RUN_VERSION = 2;

const base = { version: z.literal(RUN_VERSION) };

/** Written only by a planner of this version, so the shape inside is trusted. */
export const StoredRunSchema = z.discriminatedUnion('state', [
  /** A planner works on it, and is alive until then (ms since 1970) at least. No run: nothing was asked of anybody yet. */
  z.strictObject({ ...base, state: z.literal('held'), run: z.custom<Run>(isObject).optional(), heldUntil: z.number() }),
  z.strictObject({ ...base, state: z.literal('waiting'), run: z.custom<Run>(isObject) }),
  z.strictObject({ ...base, state: z.literal('done'), reply: z.custom<ChatReply>(isObject) }),
]);

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

export type StoredRun = z.infer<typeof StoredRunSchema>;

/** How a run was left: answered for good, or waiting for the next decision. */
export interface Settled {
  readonly reply: ChatReply;
  readonly waiting?: Run;
}
