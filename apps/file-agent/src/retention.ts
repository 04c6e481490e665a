import type { AgentConfig } from './config/config.js';
import type { Desk } from './desk.js';
import type { Engine, Purged } from './disk/engine.js';
import type { Steps } from './disk/steps.js';
import { sweepPlans } from './planning/sweep.js';

const DAY_MS = 86_400_000;

/** What ended before that is not kept any longer, by the owner's setting. */
export const keptSince = ({ retentionDays }: AgentConfig, nowMs: number): Date =>
  new Date(nowMs - retentionDays * DAY_MS);

/** Empties the trash of what is older than the owner keeps it, and forgets it. In steps, beside reads. */
export function* purgeOld(desk: Desk): Steps<Purged> {
  const purged = yield* desk.engine.purge(keptSince(desk.reach.config, desk.now()));
  sweepPlans(desk);
  return purged;
}

/** Whether there is something to purge; looks at the oldest plan only. */
export const isPurgeDue = (engine: Engine, config: AgentConfig, nowMs: number): boolean =>
  engine.hasOlder(keptSince(config, nowMs));
