import type { ListTotals } from '#contracts/entry';
import type { Position } from './order.js';
import type { Row } from './row.js';

/** How many rows wait for their page; at most twice as many are held while passing. */
const KEPT = 50_000;
const KEEP_MS = 30_000;

export interface Facts {
  /** `bytes` is missing where not all was looked at. */
  readonly totals: ListTotals;
  readonly left: readonly string[];
}

export interface Page {
  readonly rows: readonly Row[];
  readonly truncated: boolean;
}

type Compare = (a: Position, b: Position) => number;

/**
 * The next tens of thousands of rows of an answer, from a position on: of any number that are offered it keeps the first ones in
 * the order asked for. So fifty full pages cost one walk, and a million entries cost the memory of some pages.
 */
export class Window {
  private rows: Row[] = [];
  private isSorted = false;
  /** Rows from here on were dropped. */
  private end?: Row;

  constructor(
    private readonly compare: Compare,
    private readonly start?: Position,
    private readonly kept = KEPT,
  ) {}

  offer(row: Row): void {
    if (this.start && this.compare(row, this.start) <= 0) return;
    if (this.end && this.compare(row, this.end) >= 0) return;
    this.rows.push(row);
    this.isSorted = false;
    if (this.rows.length > 2 * this.kept) this.cut();
  }

  /** At most `limit` rows after a position; undefined where this window does not know them all. */
  page(after: Position | undefined, limit: number): Page | undefined {
    if (this.start && (!after || this.compare(after, this.start) < 0)) return undefined;
    const rows = this.sorted();
    const first = after ? this.firstAfter(rows, after) : 0;
    if (this.end && first + limit > rows.length) return undefined;
    const page = rows.slice(first, first + limit);
    return { rows: page, truncated: first + page.length < rows.length || this.end !== undefined };
  }

  private firstAfter(rows: readonly Row[], after: Position): number {
    let low = 0;
    for (let high = rows.length; low < high;) {
      const middle = (low + high) >> 1;
      if (this.compare(rows[middle]!, after) > 0) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private cut(): void {
    const rows = this.sorted();
    this.end = rows[this.kept];
    rows.length = this.kept;
  }

  private sorted(): Row[] {
    if (!this.isSorted) this.rows.sort(this.compare);
    this.isSorted = true;
    return this.rows;
  }
}

/** Remembers the newest window for half a minute: long enough to read on, short enough to stay true. */
export class WindowMemory {
  private kept?: { readonly key: string; readonly untilMs: number; readonly window: Window; readonly facts: Facts };
  private bedtime?: NodeJS.Timeout;

  /** Nobody may ever come back for it, and it is the largest thing that the disk thread holds. */
  keep(key: string, nowMs: number, entry: { window: Window; facts: Facts }): void {
    clearTimeout(this.bedtime);
    this.bedtime = setTimeout(() => this.forget(), KEEP_MS).unref();
    this.kept = { key, untilMs: nowMs + KEEP_MS, ...entry };
  }

  forget(): void {
    this.kept = undefined;
  }

  recall(key: string, nowMs: number): { readonly window: Window; readonly facts: Facts } | undefined {
    if (this.kept && nowMs > this.kept.untilMs) this.forget();
    return this.kept?.key === key ? this.kept : undefined;
  }
}
