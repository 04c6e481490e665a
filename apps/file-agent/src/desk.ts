import type { Reach } from './reach.js';
import type { News } from './thread/messages.js';

/** What every operation works with: which PC this is, what it may reach, what time it is, whom to tell. */
export interface Desk {
  readonly machine: string;
  readonly reach: Reach;
  /** ms since 1970 */
  readonly now: () => number;
  readonly tell: (news: News) => void;
}
