import type { DecisionReply } from './plain-answer.js';

/** Work on its way: which run it is, where its lines begin, and what does the work once somebody listens. */
export interface Opened {
  readonly runId: string;
  readonly since: number;
  readonly answer: () => Promise<DecisionReply>;
}
