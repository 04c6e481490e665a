import { Gatherer, type Gathering, type Looking } from './gather.js';
import { type Row, rowOf } from './row.js';
import { Sum } from './sum.js';
import type { Facts, Page } from './window.js';

/**
 * Rows as the disk hands them out: the first thousand of a million leave after a thousand looks. Between two pages the
 * walk waits with its folders open, so that the next one costs no more than its own entries.
 */
export class OpenWalk {
  /** Found, not given yet: a page ends only when it is known whether there is another. */
  private readonly waiting: Row[] = [];
  private readonly sum = new Sum();
  private readonly gatherer: Gatherer;
  private readonly steps: Generator<void, void>;
  given = 0;

  constructor(desk: Looking, asked: Pick<Gathering, 'target' | 'filter'>) {
    const onFound: Gathering['onFound'] = (found) => void this.waiting.push(rowOf(found, {}, true));
    this.gatherer = new Gatherer(desk, { ...asked, entersSelected: true, measures: 'all', onFound });
    this.steps = this.gatherer.run();
  }

  *page(limit: number): Generator<void, Page> {
    while (this.stepTowards(limit)) yield;
    const rows = this.waiting.splice(0, limit);
    for (const row of rows) this.sum.add(row);
    this.given += rows.length;
    return { rows, truncated: this.waiting.length > 0 };
  }

  /** Answers whether more is to be done before a page of that size can be given. */
  stepTowards(limit: number): boolean {
    return this.waiting.length <= limit && this.steps.next().done !== true;
  }

  /** Goes through what was given before: a disk lists a folder that nobody changed in the same order again. */
  *skip(count: number): Generator<void, void> {
    while (this.given < count) {
      const { truncated } = yield* this.page(Math.min(SKIP, count - this.given));
      if (!truncated) return;
    }
  }

  /** Of what was given so far; after the last page, of all. */
  get facts(): Facts {
    return { totals: this.sum.totals, left: this.gatherer.left.locations };
  }

  close(): void {
    this.steps.return();
  }
}

const SKIP = 1000;

/** Each holds a folder per level open, so they are few, and none waits for long. */
const OPEN_MAX = 4;
const KEEP_MS = 30_000;

interface Kept {
  readonly walk: OpenWalk;
  readonly bedtime: NodeJS.Timeout;
}

/** The walks that wait for their next page, by what was asked and how far they are. */
export class OpenWalks {
  private readonly kept = new Map<string, Kept>();

  /** While whoever asks is busy with this page, the next one is made ready. */
  keep(question: string, walk: OpenWalk, limit: number): void {
    const key = keyOf(question, walk.given);
    this.drop(key);
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size >= OPEN_MAX) this.drop(oldest);
    this.kept.set(key, { walk, bedtime: setTimeout(() => this.drop(key), KEEP_MS).unref() });
    this.goAhead(key, { walk, limit });
  }

  private goAhead(key: string, { walk, limit }: { walk: OpenWalk; limit: number }): void {
    const isWanted = (): boolean => this.kept.get(key)?.walk === walk;
    setImmediate(() => {
      try {
        if (isWanted() && walk.stepTowards(limit)) this.goAhead(key, { walk, limit });
      } catch {
        this.drop(key); // who asks for the next page makes the walk again, and is told what stops it
      }
    });
  }

  /** Whoever takes it closes it or gives it back. */
  take(question: string, given: number): OpenWalk | undefined {
    const key = keyOf(question, given);
    const found = this.kept.get(key);
    clearTimeout(found?.bedtime);
    this.kept.delete(key);
    return found?.walk;
  }

  close(): void {
    for (const key of this.kept.keys()) this.drop(key);
  }

  private drop(key: string): void {
    const found = this.kept.get(key);
    clearTimeout(found?.bedtime);
    found?.walk.close();
    this.kept.delete(key);
  }
}

const keyOf = (question: string, given: number): string => `${given} ${question}`;
