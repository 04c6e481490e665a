import type { Receipt } from '#contracts/plan';
import type { Engine } from './disk/engine.js';
import type { PlanStore } from './disk/plan-store.js';
import type { Helper } from './disk/reading.js';
import type { Reach } from './reach.js';
import type { Running } from './running.js';
import type { OpenWalks } from './selection/open-walk.js';
import type { WindowMemory } from './selection/window.js';
import type { News } from './thread/messages.js';

/** What every operation works with: which PC this is, what it may reach, what it did, what time it is, whom to tell. */
export interface Desk {
  readonly machine: string;
  readonly reach: Reach;
  readonly engine: Engine;
  readonly plans: PlanStore;
  readonly running: Running;
  readonly windows: WindowMemory;
  readonly openWalks: OpenWalks;
  /** Who else reads files; without, all is read in this thread. */
  readonly helper?: Helper;
  /** What a plan's hash covers besides its entries: this PC and its owner's limits as they are now. */
  readonly sealFacts: { readonly machine: string; readonly limits: string };
  /** The receipt of a plan that runs or ran. */
  readonly receiptOf: (planId: string) => Receipt | undefined;
  /** ms since 1970 */
  readonly now: () => number;
  readonly tell: (news: News) => void;
}
