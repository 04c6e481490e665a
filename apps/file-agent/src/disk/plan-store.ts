import { OrdenaError } from '#contracts/errors';
import { PlanSchema } from '#contracts/plan';
import { z } from 'zod';
import type { OpenFile } from './open-file.js';
import type { PlannedOp } from './planned-op.js';
import { refusal } from './refusal.js';
import type { StateFolder } from './state-folder.js';

/**
 * Plans waiting for a yes, on this PC: `<planId>.ops` holds the exact entries, one JSON line each, `<planId>.json` what
 * everybody may see. Neither is ever held whole, so a plan of a million entries costs the memory of a line.
 */

const StoredPlanSchema = z.strictObject({ plan: PlanSchema, state: z.enum(['open', 'discarded']) });
export type StoredPlan = z.infer<typeof StoredPlanSchema>;

const FLUSH_BYTES = 65_536;
const opsFile = (planId: string): string => `${planId}.ops`;
const headFile = (planId: string): string => `${planId}.json`;

export class PlanStore {
  constructor(private readonly folder: StateFolder) {}

  /** Takes the entries of a new plan; until `save` the plan does not exist. */
  begin(planId: string): PlanWriter {
    return new PlanWriter(this.folder.folder.createFile(opsFile(planId)));
  }

  save(stored: StoredPlan): void {
    this.folder.writeLines(headFile(stored.plan.planId), [JSON.stringify(stored)]);
  }

  /** Throws UNKNOWN_PLAN. */
  load(planId: string): StoredPlan {
    if (!this.folder.has(headFile(planId))) throw refusal('UNKNOWN_PLAN');
    const [first] = this.folder.readLines(headFile(planId));
    const stored = StoredPlanSchema.safeParse(first && parsed(first.line));
    if (stored.success) return stored.data;
    throw new OrdenaError('PLAN_CHANGED', 'The stored plan was altered on that PC; make a new one.');
  }

  /** The entries as they are stored, a line each. */
  *lines(planId: string): Generator<string> {
    if (!this.folder.has(opsFile(planId))) throw refusal('UNKNOWN_PLAN');
    for (const { line } of this.folder.readLines(opsFile(planId))) yield line;
  }

  /** The entries from byte `offset` on, each with its line as stored and where the next one starts. */
  *entries(planId: string, offset = 0): Generator<{ op: PlannedOp; line: string; next: number }> {
    if (!this.folder.has(opsFile(planId))) throw refusal('UNKNOWN_PLAN');
    for (const { line, next } of this.folder.readLines(opsFile(planId), offset)) {
      yield { op: JSON.parse(line) as PlannedOp, line, next };
    }
  }

  remove(planId: string): void {
    this.folder.remove(headFile(planId));
    this.folder.remove(opsFile(planId));
  }

  /** Every plan there are files of, whole or not, oldest first. */
  planIds(): string[] {
    return [...new Set(this.folder.names().map((name) => name.replace(/\.(ops|json)$/, '')))];
  }
}

/** Undefined, which is no plan, for what is no JSON. */
const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** Collects lines and writes them in pieces. Nothing is flushed to the disk itself: a plan lost in a crash is remade. */
export class PlanWriter {
  private pending: string[] = [];
  private pendingBytes = 0;

  constructor(private readonly file: OpenFile) {}

  line(text: string): void {
    this.pending.push(text, '\n');
    this.pendingBytes += text.length;
    if (this.pendingBytes >= FLUSH_BYTES) this.flush();
  }

  close(): void {
    this.flush();
    this.file.close();
  }

  private flush(): void {
    this.file.write(Buffer.from(this.pending.join('')));
    this.pending = [];
    this.pendingBytes = 0;
  }
}
