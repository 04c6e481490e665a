import type { Receipt, ReceiptEntry } from '#contracts/plan';
import { landedPath } from './finish.js';
import { formatLocation } from './location.js';
import type { Job, Outcome } from './outcome.js';
import type { PlanMeta } from './plan-meta.js';
import type { PlannedOp } from './planned-op.js';

const ENTRIES_MAX = 50;

const entryOf = ({ op, outcome }: Job): ReceiptEntry => {
  const to = landedPath({ op, planId: '' }, outcome!);
  return {
    action: op.action,
    ...(op.from && { from: formatLocation(op.from) }),
    ...(to && { to: formatLocation(to) }),
    result: outcome!.result,
    ...(outcome!.code && { code: outcome!.code }),
  };
};

/** Counts outcomes and keeps the first few of each sort, so that a receipt of a million entries stays small. */
export class Tally {
  private readonly results: Record<Outcome['result'], number> = {
    done: 0,
    skipped: 0,
    stale: 0,
    failed: 0,
    'not-started': 0,
  };
  private readonly wrong: ReceiptEntry[] = [];
  private readonly right: ReceiptEntry[] = [];
  private allWell = true;
  /** Entries that changed the disk, those on the way too. */
  private changed = 0;
  private trashed = 0;
  private newFolders = 0;
  private bytes = 0;
  /** Somebody asked it to stop; told only where something was left undone. */
  wasStopped = false;

  constructor(private readonly meta: PlanMeta) {}

  add(job: Job): void {
    const outcome = job.outcome!;
    this.allWell &&= outcome.result === 'done' || outcome.result === 'skipped';
    if (outcome.result === 'done') this.changed += 1;
    if (job.op.onTheWay && outcome.result !== 'failed') this.addOnTheWay(job);
    else this.addEntry(job, outcome);
  }

  private addOnTheWay({ op, outcome }: Job): void {
    if (op.action === 'create-folder' && outcome!.result === 'done') this.newFolders += 1;
  }

  private addEntry(job: Job, outcome: Outcome): void {
    this.results[outcome.result] += 1;
    const kept = outcome.result === 'done' ? this.right : this.wrong;
    if (kept.length < ENTRIES_MAX) kept.push(entryOf(job));
    if (outcome.result === 'done') this.addDone(job.op, outcome);
  }

  private addDone({ action, bytes }: PlannedOp, { aside }: Outcome): void {
    this.bytes += bytes;
    if (action === 'trash') this.trashed += 1;
    if (aside) this.trashed += 1;
    if (action === 'create-folder') this.newFolders += 1;
  }

  get done(): number {
    return this.results.done;
  }

  get failed(): number {
    return this.results.failed + this.results.stale;
  }

  private get status(): Receipt['status'] {
    const { done, skipped } = this.results;
    if (this.allWell && done + skipped >= this.meta.total) return 'complete';
    return this.changed > 0 ? 'partial' : 'failed';
  }

  receipt(): Receipt {
    const { planId, machine, operation, total, from, to, undoOf } = this.meta;
    const { done, skipped, stale, failed } = this.results;
    return {
      planId,
      machine,
      operation,
      status: this.status,
      ...(this.wasStopped && this.status !== 'complete' && { stopped: true }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      total,
      done,
      skipped,
      stale,
      failed,
      overwritten: 0,
      trashed: this.trashed,
      newFolders: this.newFolders,
      bytes: this.bytes,
      entries: [...this.wrong, ...this.right].slice(0, ENTRIES_MAX),
      undoable: this.changed > 0,
      ...(undoOf !== undefined && { undoOf }),
      at: new Date().toISOString(),
    };
  }
}
