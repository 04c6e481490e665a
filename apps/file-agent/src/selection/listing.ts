import type { Totals } from '#contracts/entry';
import type { Position } from './order.js';
import type { Row } from './row.js';

const ROWS_MAX = 100_000;
const KEEP_MS = 30_000;

export interface Facts {
  readonly totals: Totals;
  readonly left: readonly string[];
}

/** The rows behind the first page of an answer, so that the next pages cost no walk of their own. */
export class Listing {
  private rows: Row[] | undefined = [];
  private isSorted = false;

  constructor(private readonly compare: (a: Position, b: Position) => number) {}

  add(row: Row): void {
    if (this.rows === undefined) return;
    if (this.rows.length < ROWS_MAX) this.rows.push(row);
    else this.rows = undefined; // too many to keep: then every page walks again, and memory stays small
  }

  get isWhole(): boolean {
    return this.rows !== undefined;
  }

  /** At most `limit` rows after a position, and whether there are more. */
  page(after: Position, limit: number): { rows: Row[]; truncated: boolean } {
    const rows = this.sorted();
    let low = 0;
    for (let high = rows.length; low < high;) {
      const middle = (low + high) >> 1;
      if (this.compare(rows[middle]!.at, after) > 0) high = middle;
      else low = middle + 1;
    }
    return { rows: rows.slice(low, low + limit), truncated: low + limit < rows.length };
  }

  private sorted(): readonly Row[] {
    const rows = this.rows ?? [];
    if (!this.isSorted) rows.sort((a, b) => this.compare(a.at, b.at));
    this.isSorted = true;
    return rows;
  }
}

/** Remembers the newest listing for half a minute: long enough to read on, short enough to stay true. */
export class ListingMemory {
  private kept?: { readonly key: string; readonly untilMs: number; readonly listing: Listing; readonly facts: Facts };

  keep(key: string, nowMs: number, entry: { listing: Listing; facts: Facts }): void {
    this.kept = entry.listing.isWhole ? { key, untilMs: nowMs + KEEP_MS, ...entry } : undefined;
  }

  recall(key: string, nowMs: number): { readonly listing: Listing; readonly facts: Facts } | undefined {
    if (this.kept && nowMs > this.kept.untilMs) this.kept = undefined;
    return this.kept?.key === key ? this.kept : undefined;
  }
}
