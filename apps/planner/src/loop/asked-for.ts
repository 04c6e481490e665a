import type { Plan } from '#contracts/plan';
import type { Run } from './run.js';

/** First law of names: see named.ts. */
export const asksForMore = (_run: Run, _plan: Plan): boolean => false;
