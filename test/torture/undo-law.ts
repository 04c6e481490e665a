import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { Engine } from '../../apps/file-agent/src/disk/engine.js';
import { realSys } from '../../apps/file-agent/src/disk/sys.js';
import { commit, drain, metaFor, newPlanId, undo } from '../../apps/file-agent/src/disk/testing/ops.js';
import { FaultySys } from './faulty-sys.js';
import { changeFor, type Pick } from './random-history.js';
import { KINDS, opsOf } from './small-plans.js';
import type { Verdict } from './verdict.js';
import { World } from './world.js';

const withEngine = <T>(positions: number, use: (world: World, engine: Engine) => T): T => {
  const world = new World(positions);
  const faulty = new FaultySys(realSys, { syncs: false });
  try {
    const engine = world.open(faulty.sys);
    const result = use(world, engine);
    engine.close();
    if (faulty.open > 0) throw new Error(`${faulty.open} descriptors were left open`);
    return result;
  } finally {
    faulty.bury();
    world.dropLock();
    world.remove();
  }
};

const pick = fc.record({ kind: fc.nat(50), entry: fc.nat(500), folder: fc.nat(500), name: fc.nat(50) });
const history = fc.array(fc.array(pick, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });

const runPlan = (world: World, engine: Engine, picks: readonly Pick[]): string | undefined => {
  const drafts = picks.flatMap((one) => changeFor(world, engine, one) ?? []);
  const receipt = commit(engine, drafts);
  return receipt.undoable ? receipt.planId : undefined;
};

/** A random history, undone from the newest to the oldest, leaves the tree as it was, to the byte, time and inode. */
const undoesAll = (plans: readonly (readonly Pick[])[]): boolean =>
  withEngine(1, (world, engine) => {
    const before = world.snapshot();
    const done = plans.flatMap((picks) => runPlan(world, engine, picks) ?? []);
    for (const planId of done.reverse()) undo(engine, planId);
    return isDeepStrictEqual(world.snapshot(), before);
  });

const runKind = (engine: Engine, names: readonly string[]): string => {
  const ops = opsOf(engine, names);
  const planId = newPlanId();
  drain(engine.commit({ meta: metaFor(planId, ops.length), ops }));
  return planId;
};

/** Plans on different files, undone in any order, and done and undone once more. */
const undoesInAnyOrder = (kinds: readonly string[], order: readonly number[]): boolean =>
  withEngine(kinds.length, (world, engine) => {
    const before = world.snapshot();
    const plans = kinds.map((name, at) => runKind(engine, [...Array<string>(at).fill('nothing'), name]));
    const shuffled = plans.map((planId, at) => [order[at] ?? 0, planId] as const).sort(([a], [b]) => a - b);
    for (const [, planId] of shuffled) {
      if (!engine.history.receipt(planId)!.undoable) continue;
      const back = undo(engine, planId);
      const again = undo(engine, back.planId);
      undo(engine, again.planId);
    }
    return isDeepStrictEqual(world.snapshot(), before);
  });

const kindName = fc.constantFrom(...Object.keys(KINDS));

const lawOf = (what: string, property: fc.IProperty<unknown[]>, runs: number): Verdict => {
  const details = fc.check(property, { numRuns: runs });
  return {
    promise: 'P7',
    what,
    cases: details.numRuns,
    violations: details.failed ? [`${JSON.stringify(details.counterexample)} (seed ${details.seed})`] : [],
  };
};

/** P7 over random histories. */
export const undoLaw = (runs: number): Verdict[] => [
  lawOf('random histories undone', fc.property(history, undoesAll) as fc.IProperty<unknown[]>, runs),
  lawOf(
    'plans undone in any order, redone, undone',
    fc.property(
      fc.array(kindName, { minLength: 2, maxLength: 6 }),
      fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
      undoesInAnyOrder,
    ) as fc.IProperty<unknown[]>,
    runs,
  ),
];
