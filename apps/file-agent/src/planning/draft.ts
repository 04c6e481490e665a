import { createHash } from 'node:crypto';
import { OrdenaError } from '#contracts/errors';
import type { Need, Plan, PlanEntry } from '#contracts/plan';
import type { Desk } from '../desk.js';
import { formatLocation, type PlacePath } from '../disk/location.js';
import { putsBack } from '../disk/plan-meta.js';
import type { PlanWriter } from '../disk/plan-store.js';
import type { PlannedOp } from '../disk/planned-op.js';
import { isOverHour } from '../hourly-quota.js';
import { canonicalJson } from './canonical-json.js';
import { opLine } from './op-line.js';
import { newPlanId } from './plan-id.js';

export const PLAN_LIFE_MS = 30 * 60_000;
const SAMPLE_MAX = 50;
/** More entries than this are many to a person; the gateway asks then. */
const MANY_ENTRIES = 500;

export interface DraftOptions {
  readonly operation: string;
  readonly from?: string;
  readonly to?: string;
  readonly undoOf?: string;
}

/** A plan in the making: entries go to the store as they come, what is kept here is counts, a sample and the hash. */
export class Draft {
  private readonly planId: string;
  private readonly createdMs: number;
  private readonly hash = createHash('sha256');
  private readonly writer: PlanWriter;
  private readonly sample: PlanEntry[] = [];
  private readonly needs = new Set<Need>();
  private seq = 0;
  private readonly summary = {
    entries: 0,
    files: 0,
    folders: 0,
    newFolders: 0,
    bytes: 0,
    conflicts: 0,
    skipped: 0,
    overwrites: 0,
    trashes: 0,
  };

  constructor(
    private readonly desk: Desk,
    private readonly options: DraftOptions,
  ) {
    this.createdMs = desk.now();
    this.planId = newPlanId(this.createdMs);
    this.writer = desk.plans.begin(this.planId);
  }

  /** Answers the entry's `seq`. Folders on the way do not count as entries of the plan. Throws TOO_MANY over the owner's quota. */
  add(entry: Omit<PlannedOp, 'seq'>, conflict?: PlanEntry['conflict']): number {
    const op: PlannedOp = { seq: this.seq++, ...entry };
    const line = opLine(op);
    this.hash.update(line).update('\n');
    this.writer.line(line);
    this.count(op);
    if (conflict) this.summary.conflicts++;
    this.show(() => ({ ...entryView(op), ...(conflict && { conflict }) }));
    return op.seq;
  }

  /** Selected and left alone. */
  skip(entry: { kind: PlannedOp['kind']; from: PlacePath; to?: PlacePath; conflict?: PlanEntry['conflict'] }): void {
    this.summary.skipped++;
    if (entry.conflict) this.summary.conflicts++;
    const view = (): PlanEntry => entryView({ ...entry, action: 'move', seq: 0, bytes: 0 });
    this.show(() => ({ ...view(), action: 'skip', ...(entry.conflict && { conflict: entry.conflict }) }));
  }

  need(need: Need): void {
    this.needs.add(need);
  }

  /** Stores the plan. Throws NOTHING_TO_DO when it would change nothing. */
  finish(nothing = 'Nothing there fits what was asked, so there is nothing to do.'): Plan {
    if (this.seq === 0) throw new OrdenaError('NOTHING_TO_DO', nothing);
    this.writer.close();
    this.weigh();
    const plan = this.plan();
    this.desk.plans.save({ plan, state: 'open' });
    this.desk.tell({ kind: 'planned', planId: plan.planId, operation: plan.operation, total: plan.summary.entries });
    return plan;
  }

  /** Drops what was written so far; harmless after `finish`. */
  abandon(): void {
    this.writer.close();
    this.desk.plans.remove(this.planId);
  }

  /** Putting back what was done needs no yes of its own, unless something changed since. */
  private weigh(): void {
    const { summary } = this;
    const { operation } = this.options;
    if (putsBack({ operation })) return;
    if (summary.trashes > 0) this.needs.add('trash');
    if (summary.overwrites > 0) this.needs.add('overwrite');
    if (summary.entries > MANY_ENTRIES) this.needs.add('many');
    if (summary.bytes > this.desk.reach.config.quotas.bytesPerPlan || isOverHour(this.desk, { operation, summary }))
      this.needs.add('over-quota');
  }

  private plan(): Plan {
    const expiresAt = new Date(this.createdMs + PLAN_LIFE_MS).toISOString();
    const { operation, from, to, undoOf } = this.options;
    return {
      planId: this.planId,
      hash: sealed(this.hash, { planId: this.planId, expiresAt, ...this.desk.sealFacts }),
      machine: this.desk.machine,
      operation,
      createdAt: new Date(this.createdMs).toISOString(),
      expiresAt,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(undoOf !== undefined && { undoOf }),
      summary: this.summary,
      sample: this.sample,
      needs: [...this.needs],
    };
  }

  private count(op: PlannedOp): void {
    const { summary } = this;
    if (op.onTheWay !== true) {
      summary.entries++;
      if (op.kind === 'folder') summary.folders++;
      else summary.files++;
      summary.bytes += op.bytes;
    } else if (op.action === 'create-folder') summary.newFolders++;
    if (op.existing || (op.action === 'write' && op.id)) summary.overwrites++;
    if (op.action === 'trash') summary.trashes++;
    this.refuseTooMany();
  }

  private refuseTooMany(): void {
    const { entriesPerPlan } = this.desk.reach.config.quotas;
    if (this.summary.entries <= entriesPerPlan) return;
    throw new OrdenaError('TOO_MANY', `That is more than the ${entriesPerPlan} entries its owner allows in one plan.`, {
      details: { limit: entriesPerPlan },
    });
  }

  /** Most entries of a large plan are never shown, so that is not made for them. */
  private show(view: () => PlanEntry): void {
    if (this.sample.length < SAMPLE_MAX) this.sample.push(view());
  }
}

/** Ends the hash over the entries with what else a yes is bound to. */
export const sealed = (
  hash: ReturnType<typeof createHash>,
  seal: { planId: string; expiresAt: string; machine: string; limits: string },
): string => hash.update(canonicalJson(seal)).digest('hex');

/** A planned entry as everybody may see it: locations, no inodes. */
export const entryView = (op: PlannedOp): PlanEntry => ({
  action: op.action,
  kind: op.kind,
  ...(op.from && { from: formatLocation(op.from) }),
  ...(op.to && { to: formatLocation(op.to) }),
  bytes: op.bytes,
  ...(op.data && { mode: op.id ? op.data.mode : 'create' }),
});
