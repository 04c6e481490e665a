import type { Receipt } from '#contracts/plan';
import type { Disk } from './disk/disk.js';
import type { PlanStore } from './disk/plan-store.js';
import type { Reach } from './reach.js';
import type { News } from './thread/messages.js';

/** What every operation works with: which PC this is, what it may reach, what time it is, whom to tell. */
export interface Desk {
  readonly machine: string;
  readonly disk: Disk;
  readonly reach: Reach;
  readonly plans: PlanStore;
  /** The receipt of a plan that runs or ran. */
  readonly receiptOf: (planId: string) => Receipt | undefined;
  /** ms since 1970 */
  readonly now: () => number;
  readonly tell: (news: News) => void;
}
