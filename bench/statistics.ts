/** The numbers behind a score. */

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Nearest-rank quantile; `q` from 0 to 1. */
export const quantile = (values: readonly number[], q: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
};

/** A small seeded generator (mulberry32), so that two reports of the same pairs agree. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const RESAMPLES = 2000;

/** The median with a 90 % percentile-bootstrap interval (Efron 1979). */
export const medianWithInterval = (values: readonly number[]): { median: number; low: number; high: number } => {
  const random = seeded(1);
  const pick = (): number => values[Math.floor(random() * values.length)] ?? Number.NaN;
  const medians = Array.from({ length: RESAMPLES }, () => median(values.map(pick)));
  return { median: median(values), low: quantile(medians, 0.05), high: quantile(medians, 0.95) };
};
