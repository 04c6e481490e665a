import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { Engine } from '../../apps/file-agent/src/disk/engine.js';
import { realSys } from '../../apps/file-agent/src/disk/sys.js';
import { commit, drain, metaFor, newPlanId, undo } from '../../apps/file-agent/src/disk/testing/ops.js';
import { Crash, crashAt, FaultySys } from './faulty-sys.js';
import {
  ONCE_WRONG,
  FATAL_ABOVE,
  FATAL_BELOW,
  FATAL_IN_TWO_ROLES,
  FATAL_NUMBERED,
  FATAL_NUMBERED_FILE,
  FATAL_SET_ASIDE,
} from './once-wrong.js';
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

/** Runs a history to a death before change `at` of its last plan; answers the plans that may have to be undone. */
const runUntilDeath = (world: World, plans: readonly (readonly Pick[])[], at: number): string[] => {
  const faulty = new FaultySys(realSys, { syncs: false });
  const last = newPlanId();
  try {
    const engine = world.open(faulty.sys);
    const done = plans.slice(0, -1).flatMap((picks) => runPlan(world, engine, picks) ?? []);
    const drafts = plans.at(-1)!.flatMap((one) => changeFor(world, engine, one) ?? []);
    faulty.arm(crashAt(at));
    try {
      commit(engine, drafts, { planId: last });
      engine.close();
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
    return [...done, last];
  } finally {
    faulty.bury();
    world.dropLock();
  }
};

/** A random history that a death ends: after recovery nothing is staged or there twice, and all of it can be undone. */
const survivesDeath = (plans: readonly (readonly Pick[])[], at: number): boolean => {
  const world = new World(1);
  try {
    const before = world.snapshot();
    const done = runUntilDeath(world, plans, at);
    const engine = world.open(realSys);
    const isWhole = world.staged().length === 0 && [...world.inodes().values()].every((names) => names === 1);
    for (const planId of done.reverse()) if (engine.history.receipt(planId)?.undoable) undo(engine, planId);
    engine.close();
    return isWhole && isDeepStrictEqual(world.snapshot(), before);
  } finally {
    world.remove();
  }
};

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

interface Law {
  readonly property: fc.IProperty<unknown[]>;
  readonly examples?: unknown[][];
}

const lawOf = (what: string, { property, examples = [] }: Law, runs: number): Verdict => {
  const details = fc.check(property, { numRuns: runs, examples });
  return {
    promise: 'P7',
    what,
    cases: details.numRuns,
    violations: details.failed ? [`${JSON.stringify(details.counterexample)} (seed ${details.seed})`] : [],
  };
};

const propertyOf = <Input extends [unknown, ...unknown[]]>(property: fc.IProperty<Input>): fc.IProperty<unknown[]> =>
  property as unknown as fc.IProperty<unknown[]>;

/** P7 over random histories. */
export const undoLaw = (runs: number): Verdict[] => [
  lawOf(
    'random histories undone',
    { property: propertyOf(fc.property(history, undoesAll)), examples: [[ONCE_WRONG]] },
    runs,
  ),
  lawOf(
    'random histories ended by a death, recovered, undone',
    {
      property: propertyOf(fc.property(history, fc.integer({ min: 1, max: 60 }), survivesDeath)),
      examples: [
        [FATAL_ABOVE, 24],
        [FATAL_BELOW, 32],
        [FATAL_IN_TWO_ROLES, 32],
        [FATAL_NUMBERED, 13],
        [FATAL_NUMBERED_FILE, 12],
        [FATAL_SET_ASIDE, 31],
      ],
    },
    runs,
  ),
  lawOf(
    'plans undone in any order, redone, undone',
    {
      property: propertyOf(
        fc.property(
          fc.array(kindName, { minLength: 2, maxLength: 6 }),
          fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
          undoesInAnyOrder,
        ),
      ),
    },
    runs,
  ),
];
