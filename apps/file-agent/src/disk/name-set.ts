/** Slots are pairs of 32-bit words; both zero: free. */
const FIRST_SLOTS = 64;

/** Two sums of one reading, each shift and factor its own, mixed at the end (after the public-domain "cyrb53"). */
const sumInto = (sum: Uint32Array, name: string): void => {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  sum[0] = a | 1;
  sum[1] = b;
};

/**
 * A set of names that keeps 8 bytes of each: a million cost 16 MB instead of a hundred. Two different names of a million
 * are taken for one in one of ten million such sets; so only where that costs a number too many, never a file.
 */
export class NameSet {
  private slots = new Uint32Array(2 * FIRST_SLOTS);
  private readonly sum = new Uint32Array(2);
  size = 0;

  has(name: string): boolean {
    sumInto(this.sum, name);
    return this.slots[this.find(this.slots)] !== 0;
  }

  add(name: string): void {
    sumInto(this.sum, name);
    const at = this.find(this.slots);
    if (this.slots[at] !== 0) return;
    this.slots.set(this.sum, at);
    if (++this.size * 4 > this.slots.length) this.grow();
  }

  /** Where the sum at hand stands, or where it may go. */
  private find(slots: Uint32Array): number {
    const [first, second] = this.sum as unknown as [number, number];
    let at = 2 * (second & (slots.length / 2 - 1));
    while (slots[at] !== 0 && (slots[at] !== first || slots[at + 1] !== second)) at = (at + 2) & (slots.length - 1);
    return at;
  }

  private grow(): void {
    const larger = new Uint32Array(2 * this.slots.length);
    for (let at = 0; at < this.slots.length; at += 2) {
      if (this.slots[at] === 0) continue;
      this.sum.set(this.slots.subarray(at, at + 2));
      larger.set(this.sum, this.find(larger));
    }
    this.slots = larger;
  }
}
