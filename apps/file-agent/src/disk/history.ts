import type { Receipt } from '#contracts/plan';
import type { Journal } from './journal.js';
import { metaOf, receiptOf } from './plan-log.js';

export type HistoryReceipt = Receipt & { readonly undoneBy?: string };

/** Which plan undid which: kept in memory, read once from the journal. */
export class History {
  /** Undone plan → the plan that undid it last. */
  private readonly undoneBy = new Map<string, string>();

  constructor(private readonly journal: Journal) {
    for (const planId of journal.planIds()) this.note(planId);
  }

  /** To be told of each plan that ended. */
  note(planId: string): void {
    const meta = metaOf(this.journal, planId);
    const receipt = meta?.undoOf === undefined ? undefined : receiptOf(this.journal, planId);
    if (receipt?.undoable) this.undoneBy.set(meta!.undoOf!, planId);
  }

  /** To be told of each plan that is not kept any longer. */
  forget(planId: string): void {
    this.undoneBy.delete(planId);
  }

  /** The undo that holds now: an undo that was itself undone does not. */
  undoOf(planId: string): string | undefined {
    const by = this.undoneBy.get(planId);
    return by !== undefined && this.undoOf(by) === undefined ? by : undefined;
  }

  receipt(planId: string): HistoryReceipt | undefined {
    const receipt = receiptOf(this.journal, planId);
    const undoneBy = this.undoOf(planId);
    if (!receipt) return undefined;
    return { ...receipt, undoable: receipt.undoable && undoneBy === undefined, ...(undoneBy && { undoneBy }) };
  }

  /** Newest first, from after `before` (a plan id) on. */
  *receipts(before?: string): Generator<HistoryReceipt> {
    const newest = this.journal.planIds().reverse();
    const start = before === undefined ? 0 : newest.indexOf(before) + 1;
    for (const planId of newest.slice(start)) {
      const receipt = this.receipt(planId);
      if (receipt) yield receipt;
    }
  }

  /** What "undo that" means: the newest plan that can be undone and undid no other as a whole. */
  newestUndoable(): string | undefined {
    for (const receipt of this.receipts()) if (receipt.undoable && receipt.undoOf === undefined) return receipt.planId;
    return undefined;
  }
}
