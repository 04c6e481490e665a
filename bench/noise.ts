import { type CpuTime, cpuTimeNow } from './stage/cpu-time.js';
import { median } from './statistics.js';

/**
 * Is anybody else using this machine? Two witnesses. The same small piece of arithmetic is timed before and after a
 * figure: on a quiet machine it always takes the same, so a median a quarter over the quietest says noisy. And the
 * kernel says how much processor time went to processes that are not ours (or was taken away by the machine below).
 */

const ROUNDS = 2_000_000;
const SPINS = 9;
const DRIFT = 1.25;
/** Of all processor time that there was. */
const OTHERS_SHARE = 0.12;

const spinOnce = (): number => {
  const start = performance.now();
  let sum = 0;
  for (let round = 0; round < ROUNDS; round++) sum = (sum * 31 + round) | 0;
  return sum === 0.5 ? 0 : performance.now() - start;
};

export class NoiseGuard {
  private quietest = Number.POSITIVE_INFINITY;

  constructor(
    private readonly spin: () => number = spinOnce,
    private readonly cpuTime: () => CpuTime | undefined = cpuTimeNow,
  ) {
    this.isSlowNow();
  }

  /** Begins to watch; the answer ends it and says whether anything disturbed what ran meanwhile. */
  watch(): () => boolean {
    const slowBefore = this.isSlowNow();
    const before = this.cpuTime();
    return () => {
      const others = othersShare(before, this.cpuTime());
      return this.isSlowNow() || slowBefore || others > OTHERS_SHARE;
    };
  }

  private isSlowNow(): boolean {
    const spins = Array.from({ length: SPINS }, this.spin);
    this.quietest = Math.min(this.quietest, ...spins);
    return median(spins) > this.quietest * DRIFT;
  }
}

const othersShare = (before: CpuTime | undefined, after: CpuTime | undefined): number => {
  if (before === undefined || after === undefined || after.all <= before.all) return 0;
  return (after.busy - before.busy - (after.ours - before.ours)) / (after.all - before.all);
};
