import type { Found } from './gather.js';

/** Files of one folder. */
export interface Shelved {
  readonly parts: readonly string[];
  readonly names: readonly string[];
  readonly sizes: readonly number[];
}

interface Shelf {
  readonly parts: readonly string[];
  /** The names in one string, parted by slashes, which no name holds: a string each would take twice the memory. */
  readonly names: string;
  readonly sizes: Float64Array;
}

/** Files of a walk, folder by folder, kept small: a million of them take some 40 MB. */
export class Shelves {
  private readonly shelves: Shelf[] = [];
  private parts: readonly string[] = [];
  private names: string[] = [];
  private sizes: number[] = [];
  private readonly counts = new Map<number, number>();

  add({ parts, name, facts }: Found): void {
    if (parts !== this.parts) this.shelve();
    this.parts = parts;
    this.names.push(name);
    this.sizes.push(facts!.size);
    this.counts.set(facts!.size, (this.counts.get(facts!.size) ?? 0) + 1);
  }

  /** Every file that another one shares its size with, in the order of the walk, at most so many of a folder at once. */
  *sameSized(most: number): Generator<Shelved> {
    this.shelve();
    for (const { parts, names, sizes } of this.shelves) {
      const all = names.split('/').map((name, at) => ({ name, size: sizes[at]! }));
      const shared = all.filter(({ size }) => this.counts.get(size)! > 1);
      for (let at = 0; at < shared.length; at += most) {
        const some = shared.slice(at, at + most);
        yield { parts, names: some.map(({ name }) => name), sizes: some.map(({ size }) => size) };
      }
    }
  }

  private shelve(): void {
    const { parts, names, sizes } = this;
    if (names.length === 0) return;
    this.shelves.push({ parts, names: names.join('/'), sizes: Float64Array.from(sizes) });
    this.names = [];
    this.sizes = [];
  }
}
