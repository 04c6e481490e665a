import { z } from 'zod';
import type { ChatReply } from '#contracts/chat';
import type { Run } from '../loop/run.js';

/** Runs stored by an older planner are refused, never half-understood. */
export const RUN_VERSION = 1;

/** Written only by a planner of this version, so the shape inside is trusted. */
export const StoredRunSchema = z.strictObject({
  version: z.literal(RUN_VERSION),
  state: z.enum(['waiting', 'claimed', 'done']),
  run: z.custom<Run>(isObject).optional(),
  reply: z.custom<ChatReply>(isObject).optional(),
  claimedUntil: z.number().optional(),
});

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

export type StoredRun = z.infer<typeof StoredRunSchema>;

/** How a run was left: answered for good, or waiting for the next decision. */
export interface Settled {
  readonly reply: ChatReply;
  readonly waiting?: Run;
}
