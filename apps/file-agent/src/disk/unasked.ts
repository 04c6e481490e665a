import type { Journal } from './journal.js';
import { metaOf, receiptOf } from './plan-log.js';
import { putsBack } from './plan-meta.js';

export interface Amount {
  readonly entries: number;
  readonly bytes: number;
}

interface Ended extends Amount {
  readonly atMs: number;
}

const NOTHING: Amount = { entries: 0, bytes: 0 };

export const sumOf = (amounts: readonly Amount[]): Amount =>
  amounts.reduce((sum, { entries, bytes }) => ({ entries: sum.entries + entries, bytes: sum.bytes + bytes }), NOTHING);

/**
 * What changed lately though nobody was asked, as the journal tells it: no restart forgets it, no repeat counts twice. Putting
 * back what was done counts for nothing.
 */
export class Unasked {
  /** What ended within the stretch looked at last: it stays as it is, so it is read once. */
  private known = new Map<string, Ended>();

  constructor(private readonly journal: Journal) {}

  /** Of a plan that did not end, all of it counts. */
  since(fromMs: number): Amount {
    const ended = new Map<string, Ended>();
    const amounts: Amount[] = [];
    for (const planId of this.journal.planIds().reverse()) {
      const plan = this.known.get(planId) ?? this.read(planId);
      if (isEnded(plan) && plan.atMs < fromMs) break;
      if (isEnded(plan)) ended.set(planId, plan);
      amounts.push(plan);
    }
    this.known = ended;
    return sumOf(amounts);
  }

  private read(planId: string): Amount | Ended {
    const meta = metaOf(this.journal, planId);
    const receipt = receiptOf(this.journal, planId);
    const counts = meta?.yes === 'policy' && !putsBack(meta);
    if (receipt === undefined) return counts ? { entries: meta.total, bytes: meta.bytes ?? 0 } : NOTHING;
    const { done: entries, bytes } = receipt;
    return { atMs: Date.parse(receipt.at), ...(counts ? { entries, bytes } : NOTHING) };
  }
}

const isEnded = (plan: Amount | Ended): plan is Ended => 'atMs' in plan;
