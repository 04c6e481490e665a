import { setTimeout as sleep } from 'node:timers/promises';
import { AgentEventSchema, type AgentEvent } from '#contracts/chat';
import { CATALOG } from '#contracts/catalog';
import { OrdenaError, type ErrorCode } from '#contracts/errors';
import type { ReplyOf, RequestOf } from '#contracts/operation';
import type { Approval, Plan, Receipt, Yes } from '#contracts/plan';
import { eventSubject } from '#contracts/subjects';
import type { BusClient } from '#nats/bus-client';
import type { Metrics } from '../health/metrics.js';
import { AskFirst } from './ask-first.js';
import { PlanChanged } from './plan-changed.js';
import type { PlanRef } from './run.js';
import type { SignYes } from './sign-yes.js';

const APPROVAL_LIFE_MS = 60_000;
const LOOK_AGAIN_MS = 500;
/** A machine that went away while it worked recovers its journal when it is back; nobody waits longer than this. */
const AWAY_MS = 15_000;

type CommitRequest = RequestOf<typeof CATALOG.commit>;

export type OnProgress = (event: AgentEvent) => void;

/** A plan as its machine has it, with its receipt once it was begun. */
export type SeenPlan = Pick<ReplyOf<typeof CATALOG.plan>, 'plan' | 'receipt' | 'state'>;

export interface CommitHow {
  /** Who said yes. */
  readonly by: string;
  readonly yes: Yes;
  readonly onProgress?: OnProgress;
  /** Whether a person said stop meanwhile. */
  readonly isStopped?: () => Promise<boolean>;
}

/** The only hand that says yes to an agent. */
export class Committer {
  constructor(
    private readonly bus: BusClient,
    private readonly metrics: Metrics,
    private readonly sign: SignYes,
  ) {}

  /** The plan as its machine has it now, refused when it is not the one that was shown. */
  async reread(ref: PlanRef): Promise<SeenPlan> {
    const seen = await this.bus.call(ref.machine, CATALOG.plan, { planId: ref.planId, limit: 0 });
    if (seen.plan.hash === ref.hash && seen.plan.machine === ref.machine) return seen;
    throw new PlanChanged([seen.plan]);
  }

  /**
   * Commits in order. Once something has changed on a disk the receipts are the answer, so a later failure becomes a
   * receipt too, and what follows it is not started. Throws AskFirst where a machine wants somebody's yes.
   */
  async commitAll(plans: readonly Plan[], how: CommitHow): Promise<Receipt[]> {
    const receipts: Receipt[] = [];
    for (const plan of plans) receipts.push(await this.next(plan, how, receipts));
    return receipts;
  }

  async commit(plan: Plan, how: CommitHow): Promise<Receipt> {
    const stop = this.follow(plan, how.onProgress);
    try {
      const ask = { planId: plan.planId, approval: this.sign(approvalFor(plan, how)) };
      const receipt = await this.bus.call(plan.machine, CATALOG.commit, ask);
      return this.counted(receipt.status === 'running' ? await this.wait(plan, ask) : receipt);
    } finally {
      stop();
    }
  }

  /** Drops a plan that waits; one that is being carried out stops at its next step. */
  async discard(ref: PlanRef): Promise<void> {
    await this.bus.call(ref.machine, CATALOG.discard, { planId: ref.planId });
  }

  private async next(plan: Plan, how: CommitHow, before: Receipt[]): Promise<Receipt> {
    if (before.some(({ status, stopped }) => status === 'failed' || stopped === true)) return notStarted(plan);
    if (await how.isStopped?.()) return notStarted(plan, stoppedBefore());
    try {
      return await this.commit(plan, how);
    } catch (error) {
      if (error instanceof OrdenaError && error.code === 'NEEDS_APPROVAL') throw new AskFirst(before, error);
      if (before.length === 0 || !(error instanceof OrdenaError)) throw error;
      return notStarted(plan, error);
    }
  }

  private counted(receipt: Receipt): Receipt {
    const { operation, status, done } = receipt;
    this.metrics.count('ordena_receipts_total', { operation, status });
    this.metrics.count('ordena_entries_total', { operation }, done);
    return receipt;
  }

  private follow(plan: Plan, onProgress: OnProgress | undefined): () => void {
    if (onProgress === undefined) return () => undefined;
    return this.bus.subscribe(eventSubject(plan.machine, 'progress'), (body) => {
      const event = AgentEventSchema.safeParse(body);
      if (event.success && event.data.planId === plan.planId) onProgress(event.data);
    });
  }

  /** Woken by the agent's event, and looking again now and then in case the event was lost. */
  private async wait(plan: Plan, ask: CommitRequest): Promise<Receipt> {
    const bell = new Bell();
    const stop = this.bus.subscribe(eventSubject(plan.machine, '*'), (body) => {
      const event = AgentEventSchema.safeParse(body);
      if (event.success && event.data.planId === plan.planId && event.data.kind !== 'progress') bell.ring();
    });
    try {
      return await this.lookUntilDone(bell, () => this.receiptIfDone(plan, ask));
    } finally {
      stop();
    }
  }

  private async lookUntilDone(bell: Bell, look: () => Promise<Receipt | undefined>): Promise<Receipt> {
    let seenAt = Date.now();
    for (;;) {
      await Promise.race([bell.rung(), sleep(LOOK_AGAIN_MS, undefined, { ref: false })]);
      try {
        const receipt = await look();
        if (receipt !== undefined) return receipt;
        seenAt = Date.now();
      } catch (error) {
        if (!isAway(error) || Date.now() - seenAt > AWAY_MS) throw error;
      }
    }
  }

  /** What is neither at work nor begun was refused when its turn came, or lost with its agent: asked again, the PC says which. */
  private async receiptIfDone(plan: Plan, ask: CommitRequest): Promise<Receipt | undefined> {
    const seen = await this.bus.call(plan.machine, CATALOG.plan, { planId: plan.planId, limit: 0 });
    if (seen.receipt === undefined && seen.state === 'discarded') return notStarted(plan, stoppedBefore());
    const receipt = seen.receipt ?? (await this.bus.call(plan.machine, CATALOG.commit, ask));
    return receipt.status === 'running' ? undefined : receipt;
  }
}

/** A machine could not be asked just now. */
export const AWAY: readonly ErrorCode[] = ['MACHINE_OFF', 'BUS_OFF', 'TIMEOUT'];
const isAway = (error: unknown): boolean => error instanceof OrdenaError && AWAY.includes(error.code);

const stoppedBefore = (): OrdenaError => new OrdenaError('CANCELLED', 'It was stopped before this plan began.');

/** Something to wait for; each wait is for the next ring. */
class Bell {
  private wake: () => void = () => undefined;

  ring(): void {
    this.wake();
  }

  rung(): Promise<void> {
    return new Promise((done) => (this.wake = done));
  }
}

const approvalFor = (plan: Plan, { by, yes }: CommitHow): Approval => ({
  planId: plan.planId,
  hash: plan.hash,
  machine: plan.machine,
  by,
  yes,
  expiresAt: new Date(Date.now() + APPROVAL_LIFE_MS).toISOString(),
});

/** A plan of which nothing was carried out, told as a receipt beside those that were. */
const notStarted = (plan: Plan, error?: OrdenaError): Receipt => ({
  planId: plan.planId,
  machine: plan.machine,
  operation: plan.operation,
  status: 'failed',
  from: plan.from,
  to: plan.to,
  total: plan.summary.entries,
  done: 0,
  skipped: 0,
  stale: 0,
  failed: error === undefined ? 0 : plan.summary.entries,
  overwritten: 0,
  trashed: 0,
  newFolders: 0,
  bytes: 0,
  entries: plan.sample.map(({ action, from, to }) => ({ action, from, to, result: 'not-started', code: error?.code })),
  undoable: false,
  undoOf: plan.undoOf,
  at: new Date().toISOString(),
});
