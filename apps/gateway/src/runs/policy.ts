import type { Mode } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import type { Need, Plan } from '#contracts/plan';
import { modeOn, type Ceilings } from './ceilings.js';

/** More than this in one request is never automatic, however it is cut into plans. */
export const AUTO_ENTRIES = 500;

/** Why a plan waits for a person. */
export type Why = Need | 'mode' | 'tainted' | 'operation';

/** All computed; of what the planner says, only `tainted` counts, and only towards asking. */
export interface PolicyFacts {
  readonly mode: Mode;
  readonly ceilings: Ceilings;
  readonly tainted: boolean;
  readonly plans: readonly Plan[];
  /** Entries this request has already changed without asking. */
  readonly entriesBefore: number;
}

/** What may go ahead by itself when nothing speaks against it. Trash never does. */
const HARMLESS = new Set(['move', 'copy', 'rename', 'create-folder', 'write', 'undo']);

/** Empty: go ahead. Otherwise the reasons to ask. Throws LOOK_ONLY where nothing may change at all. */
export const reasonsToAsk = (facts: PolicyFacts): Why[] => {
  const modes = facts.plans.map((plan) => modeOn(plan.machine, facts.mode, facts.ceilings));
  if (modes.includes('look'))
    throw new OrdenaError(
      'LOOK_ONLY',
      'This talk only looks; nothing may change. Choose "ask" or "auto" to change that.',
    );
  const why = new Set<Why>(facts.plans.flatMap(reasonsIn));
  if (modes.includes('ask')) why.add('mode');
  if (facts.tainted) why.add('tainted');
  if (facts.entriesBefore + entriesThatCount(facts.plans) > AUTO_ENTRIES) why.add('many');
  return [...why];
};

const reasonsIn = (plan: Plan): Why[] => {
  if (!HARMLESS.has(plan.operation)) return [...plan.needs, 'operation'];
  if (plan.operation === 'undo')
    return plan.needs.filter((need) => need === 'changed-since' || need === 'other-machine');
  const computed: Why[] = [...plan.needs];
  if (plan.summary.overwrites > 0) computed.push('overwrite');
  if (plan.summary.trashes > 0) computed.push('trash');
  return computed;
};

/** Undoing a whole job is one act, however big the job was. */
const entriesThatCount = (plans: readonly Plan[]): number =>
  plans.filter((plan) => plan.operation !== 'undo').reduce((sum, plan) => sum + plan.summary.entries, 0);
