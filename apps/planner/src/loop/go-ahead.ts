import { CommitAnswerSchema, type CommitAnswer, type CommitAsk } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import type { Receipt } from '#contracts/plan';
import { GATEWAY_COMMIT } from '#contracts/subjects';
import { stepText } from '#contracts/words/step-text';
import { REPEAT_MS } from '#nats/bus-client';
import { asksForMore } from './asked-for.js';
import { forgetLooks } from './guards.js';
import { planOf, type Pending, type Run } from './run.js';
import type { Surface } from './surface.js';

/** A commit of a large plan answers "running" long before this. */
const COMMIT_TIMEOUT_MS = 10 * 60_000;

/** Asked again, since the gateway may die over it: another one finds what was begun, and begins nothing twice. */
const ASKING = {
  schema: CommitAnswerSchema,
  off: 'GATEWAY_OFF',
  timeoutMs: COMMIT_TIMEOUT_MS,
  repeatMs: REPEAT_MS,
} as const;

/** Another planner has the run: this one must not ask for anything any more. */
export class LostRun extends OrdenaError {
  constructor(cause: unknown) {
    super('BUSY', 'Another planner went on with that request. Wait for its answer.', { cause });
  }
}

/**
 * Asks for the go-ahead, and stores before that it asks: who takes the run over asks the same again, and the gateway and
 * the PCs answer a plan that was carried out with its receipt.
 */
export const askOnce = async (run: Run, pending: Pending, surface: Surface): Promise<CommitAnswer> => {
  run.pending = pending;
  await surface.keep(run).catch((cause: unknown) => {
    throw new LostRun(cause);
  });
  return goAhead(run, pending.plans, surface);
};

/** Asks the gateway whether these plans may run. It decides; `tainted` says that the person's own words do not vouch for them. */
export const goAhead = async (run: Run, planIds: readonly string[], surface: Surface): Promise<CommitAnswer> => {
  const startedAt = performance.now();
  const ask = commitAsk(run, planIds);
  run.open = run.open.filter((planId) => !planIds.includes(planId));
  const answer = await surface.bus.request(GATEWAY_COMMIT, ask, ASKING);
  if (answer.receipts) takeReceipts(run, answer.receipts, surface);
  if (answer.status === 'needs_approval' && run.pending) run.pending = leftOf(run.pending, answer);
  step(run, startedAt, surface);
  return answer;
};

const commitAsk = (run: Run, planIds: readonly string[]): CommitAsk => {
  const plans = planIds.map((planId) => {
    const plan = planOf(run, planId);
    if (plan && run.open.includes(planId)) return plan;
    throw new OrdenaError('UNKNOWN_PLAN', 'That plan was not made in this turn or was asked about already.', {
      details: { plan: planId, open: run.open },
    });
  });
  return {
    runId: run.ask.runId,
    plans: plans.map(({ machine, planId, hash }) => ({ machine, planId, hash })),
    tainted: run.tainted || plans.some((plan) => asksForMore(run, plan)),
  };
};

/** Some may have run before one had to wait. */
const leftOf = (pending: Pending, { why, receipts = [] }: Extract<CommitAnswer, { why: string[] }>): Pending => ({
  ...pending,
  plans: pending.plans.filter((planId) => !receipts.some((receipt) => receipt.planId === planId)),
  why,
  receipts: [...(pending.receipts ?? []), ...receipts],
});

/** What was done is known: the plans' deeds change state and what was looked at may be looked at again. */
export const takeReceipts = (run: Run, receipts: readonly Receipt[], surface: Pick<Surface, 'tell'>): void => {
  run.receipts.push(...receipts);
  forgetLooks(run.guards);
  for (const receipt of receipts) surface.tell(run, { kind: 'receipt', receipt });
};

const step = (run: Run, startedAt: number, surface: Surface): void => {
  const words = stepText('commit', undefined, run.language);
  const done = { operation: 'commit', words, ok: true, ms: Math.round(performance.now() - startedAt) };
  run.steps.push(done);
  surface.tell(run, { kind: 'step', step: done });
};
