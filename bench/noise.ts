import { cpus, loadavg } from 'node:os';
import { median } from './statistics.js';

/**
 * Is anybody else using this machine? The same small piece of arithmetic is timed again and again; on a quiet machine it
 * always takes the same. A run around which it drifts by more than a quarter is called noisy, and so is one on a machine
 * with more work waiting than we make ourselves.
 */

const ROUNDS = 2_000_000;
const SPINS = 9;
const DRIFT = 1.25;
/** Our own processes make up to three at a time want one of two cores. */
const LOAD_PER_CORE = 2;

const spinOnce = (): number => {
  const start = performance.now();
  let sum = 0;
  for (let round = 0; round < ROUNDS; round++) sum = (sum * 31 + round) | 0;
  return sum === 0.5 ? 0 : performance.now() - start;
};

const loadPerCore = (): number => (loadavg()[0] ?? 0) / cpus().length;

export class NoiseGuard {
  private quietest = Number.POSITIVE_INFINITY;

  constructor(
    private readonly spin: () => number = spinOnce,
    private readonly load: () => number = loadPerCore,
  ) {
    this.isNoisyNow();
  }

  /** Times the spin; noisy when its median is a quarter over the quietest ever seen in this process. */
  isNoisyNow(): boolean {
    const spins = Array.from({ length: SPINS }, this.spin);
    this.quietest = Math.min(this.quietest, ...spins);
    return median(spins) > this.quietest * DRIFT || this.load() > LOAD_PER_CORE;
  }
}
