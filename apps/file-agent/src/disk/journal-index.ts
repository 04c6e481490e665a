import type { JournalRecord, RecordType } from './journal-record.js';

/** Where a record starts. */
export interface Position {
  readonly segment: string;
  readonly offset: number;
}

interface Kept extends Position {
  readonly type: RecordType;
}

/** Positions of each plan's records, in order: small enough to stay in memory, so that records need not. */
export class JournalIndex {
  private readonly plans = new Map<string, Kept[]>();

  add({ plan, type }: Omit<JournalRecord, 'body'>, position: Position): void {
    if (plan === undefined) return;
    const known = this.plans.get(plan);
    if (known) known.push({ ...position, type });
    else this.plans.set(plan, [{ ...position, type }]);
  }

  /** Oldest first. */
  planIds(): string[] {
    return [...this.plans.keys()];
  }

  /** The segments of a plan's first and last record. */
  span(plan: string): [first: string, last: string] {
    const kept = this.plans.get(plan)!;
    return [kept[0]!.segment, kept.at(-1)!.segment];
  }

  forget(plan: string): void {
    this.plans.delete(plan);
  }

  has(plan: string, type: RecordType = 'begin'): boolean {
    return this.plans.get(plan)?.some((kept) => kept.type === type) ?? false;
  }

  of(plan: string, ...types: readonly RecordType[]): readonly Kept[] {
    return (this.plans.get(plan) ?? []).filter(({ type }) => types.includes(type));
  }

  /** Plans that began and did not end: at most one, after a crash. */
  unfinished(): string[] {
    return this.planIds().filter((plan) => this.has(plan) && !this.has(plan, 'commit'));
  }
}
