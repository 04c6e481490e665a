import { Engine } from '../../apps/file-agent/src/disk/engine.js';
import { realSys } from '../../apps/file-agent/src/disk/sys.js';
import { drain, metaFor, newPlanId } from '../../apps/file-agent/src/disk/testing/ops.js';
import { BulkWorld, bulkOps } from './bulk-world.js';
import type { Verdict } from './verdict.js';

/** Growth allowed for noise and for wider folders; what must not happen is growth with the number of entries. */
const GROWTH_MAX = 3;
const TURNS = 3;

/** Microseconds an entry takes in a plan of so many: the best of three, since other programs only add to it. */
const microsecondsEach = (entries: number, below?: string): number =>
  Math.min(...Array.from({ length: TURNS }, () => timeOnce(entries, below)));

const timeOnce = (entries: number, below?: string): number => {
  const world = new BulkWorld(entries, below);
  const engine = Engine.open(realSys, world.options);
  const ops = [...bulkOps(world.disk.path)];
  const start = performance.now();
  const receipt = drain(engine.commit({ meta: metaFor(newPlanId(), entries), ops }));
  const took = performance.now() - start;
  engine.close();
  world.remove();
  if (receipt.done !== entries) throw new Error(`${receipt.done} of ${entries} moved`);
  return (took * 1000) / entries;
};

/** Time for each entry of small and of large plans, side by side; `below`: on which disk. */
export const growth = (small: number, large: number, below?: string): Verdict => {
  timeOnce(small, below);
  const [before, after] = [microsecondsEach(small, below), microsecondsEach(large, below)];
  const what = `${before.toFixed(0)} µs an entry in ${small}, ${after.toFixed(0)} µs in ${large}`;
  const violations = after > before * GROWTH_MAX ? [`${(after / before).toFixed(2)} times as long`] : [];
  return { promise: 'figures', what, cases: small + large, violations };
};
