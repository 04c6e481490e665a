/**
 * Keeps the `limit` smallest of any number of things in memory for `limit`: a binary heap whose root is the largest
 * kept, so a page of a million entries costs a page.
 */
export class Top<T> {
  private readonly heap: T[] = [];
  /** How many were offered, kept or not. */
  offered = 0;

  constructor(
    private readonly limit: number,
    private readonly compare: (a: T, b: T) => number,
  ) {}

  offer(item: T): void {
    this.offered++;
    if (this.limit === 0) return;
    if (this.heap.length < this.limit) {
      this.heap.push(item);
      this.rise(this.heap.length - 1);
    } else if (this.compare(item, this.heap[0]!) < 0) {
      this.heap[0] = item;
      this.sink(0);
    }
  }

  /** Smallest first. */
  sorted(): T[] {
    return this.heap.toSorted(this.compare);
  }

  private rise(from: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.compare(this.heap[at]!, this.heap[above]!) <= 0) return;
      this.swap(at, above);
      at = above;
    }
  }

  private sink(from: number): void {
    let at = from;
    for (;;) {
      const left = 2 * at + 1;
      let largest = at;
      for (const below of [left, left + 1]) {
        if (below < this.heap.length && this.compare(this.heap[below]!, this.heap[largest]!) > 0) largest = below;
      }
      if (largest === at) return;
      this.swap(at, largest);
      at = largest;
    }
  }

  private swap(a: number, b: number): void {
    const kept = this.heap[a]!;
    this.heap[a] = this.heap[b]!;
    this.heap[b] = kept;
  }
}
