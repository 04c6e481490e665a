import type { Plan, Receipt, Yes } from '#contracts/plan';
import { putsBack } from './disk/plan-meta.js';

interface Entry {
  readonly plan: Plan;
  readonly yes: Yes;
  progress: Progress;
  isStopping: boolean;
}

interface Progress {
  readonly done: number;
  readonly failed: number;
}

/** The plans that are being carried out just now or wait for their turn, and how far they are. */
export class Running {
  private readonly plans = new Map<string, Entry>();

  /** Answers how to ask for the receipt as it stands. */
  start(plan: Plan, yes: Yes): () => Receipt {
    const entry: Entry = { plan, yes, progress: { done: 0, failed: 0 }, isStopping: false };
    this.plans.set(plan.planId, entry);
    return () => runningReceipt(plan, entry.progress);
  }

  /** Those that nobody was asked about and that put nothing back. */
  unasked(): Plan[] {
    const plans = [...this.plans.values()].filter(({ yes }) => yes === 'policy').map(({ plan }) => plan);
    return plans.filter((plan) => !putsBack(plan));
  }

  progress(planId: string, progress: Progress): void {
    const entry = this.plans.get(planId);
    if (entry) entry.progress = progress;
  }

  /** Asks a plan to stop at its next safe point; false where it does not run. */
  stop(planId: string): boolean {
    const entry = this.plans.get(planId);
    if (entry) entry.isStopping = true;
    return entry !== undefined;
  }

  isStopping(planId: string): boolean {
    return this.plans.get(planId)?.isStopping ?? false;
  }

  end(planId: string): void {
    this.plans.delete(planId);
  }

  receipt(planId: string): Receipt | undefined {
    const entry = this.plans.get(planId);
    return entry && runningReceipt(entry.plan, entry.progress);
  }
}

const runningReceipt = (plan: Plan, { done, failed }: Progress): Receipt => ({
  planId: plan.planId,
  machine: plan.machine,
  operation: plan.operation,
  status: 'running',
  ...(plan.from !== undefined && { from: plan.from }),
  ...(plan.to !== undefined && { to: plan.to }),
  total: plan.summary.entries,
  done,
  skipped: 0,
  stale: 0,
  failed,
  overwritten: 0,
  trashed: 0,
  newFolders: 0,
  bytes: 0,
  entries: [],
  undoable: false,
  ...(plan.undoOf !== undefined && { undoOf: plan.undoOf }),
  at: new Date().toISOString(),
});
