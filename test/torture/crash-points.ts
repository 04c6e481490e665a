import { isDeepStrictEqual } from 'node:util';
import type { Engine } from '../../apps/file-agent/src/disk/engine.js';
import { realSys } from '../../apps/file-agent/src/disk/sys.js';
import { drain, metaFor, undo } from '../../apps/file-agent/src/disk/testing/ops.js';
import type { Snapshot } from '../../apps/file-agent/src/disk/testing/snapshot.js';
import { Crash, crashAt, type Fault, FaultySys, NO_FAULT } from './faulty-sys.js';
import { opsOf, type PlanShape } from './small-plans.js';
import { World } from './world.js';

const PLAN = 'p-torture00';

/** What the world was before, to compare with. */
interface Before {
  readonly tree: Record<string, Snapshot>;
  readonly inodes: Map<string, number>;
}

const commit = (engine: Engine, shape: PlanShape): void => {
  const ops = opsOf(engine, shape);
  drain(engine.commit({ meta: metaFor(PLAN, ops.length), ops }));
};

/** Opens an agent on the world with a fault in front of its disk, and runs `act`. Answers whether it lived. */
const live = (
  world: World,
  fault: Fault,
  act: (engine: Engine, faulty: FaultySys) => void,
): { lived: boolean; calls: number } => {
  const faulty = new FaultySys(realSys, { syncs: false });
  try {
    act(openEngine(world, faulty, fault), faulty);
    return { lived: true, calls: faulty.calls };
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    return { lived: false, calls: faulty.calls };
  } finally {
    faulty.bury();
    world.dropLock();
  }
};

const openEngine = (world: World, faulty: FaultySys, fault: Fault): Engine => {
  faulty.arm(fault);
  return world.open(faulty.sys);
};

/** Runs the plan with a fault that counts from the commit's first call on. */
const run = (world: World, shape: PlanShape, fault: Fault) =>
  live(world, NO_FAULT, (engine, faulty) => {
    faulty.arm(fault);
    commit(engine, shape);
    engine.close();
  });

const lostOrDoubled = (world: World, before: Before): string[] => {
  const now = world.inodes();
  return [...before.inodes.keys()].filter((inode) => now.get(inode) !== 1);
};

/** After recovery: nothing staged, every file once, and the undo puts all back to the byte and inode. */
export const wrongAfterRecovery = (world: World, before: Before): string | undefined => {
  let wrong: string | undefined;
  live(world, NO_FAULT, (engine) => {
    if (world.staged().length > 0) wrong = `staged: ${world.staged().join(', ')}`;
    else if (lostOrDoubled(world, before).length > 0) wrong = 'a file is lost or doubled';
    else {
      if (engine.history.receipt(PLAN)?.undoable) undo(engine, PLAN);
      if (!isDeepStrictEqual(world.snapshot(), before.tree)) wrong = 'undo did not put everything back';
    }
    engine.close();
  });
  return wrong;
};

/** Builds a world, does something terrible to it, and says what is wrong afterwards. */
export const inWorld = (
  shape: PlanShape,
  ordeal: (world: World, before: Before) => string | undefined,
): string | undefined => {
  const world = new World(shape.length);
  try {
    return ordeal(world, { tree: world.snapshot(), inodes: world.inodes() });
  } finally {
    world.remove();
  }
};

/** How many changing calls the plan makes when nothing goes wrong. */
export const callsOf = (shape: PlanShape): number => {
  let calls = 0;
  inWorld(shape, (world) => {
    ({ calls } = run(world, shape, NO_FAULT));
    return undefined;
  });
  return calls;
};

/** Dies before change `at`, then starts again. */
export const crashed = (shape: PlanShape, at: number): string | undefined =>
  inWorld(shape, (world, before) => {
    run(world, shape, crashAt(at));
    return wrongAfterRecovery(world, before);
  });

/** Dies before change `at`, and again before change `again` of the recovery. Undefined lived: there was no such change. */
export const crashedTwice = (shape: PlanShape, at: number, again: number): { wrong?: string; lived: boolean } => {
  let lived = true;
  const wrong = inWorld(shape, (world, before) => {
    run(world, shape, crashAt(at));
    ({ lived } = live(world, crashAt(again), (engine) => engine.close()));
    return wrongAfterRecovery(world, before);
  });
  return { wrong, lived };
};

/** The control: the same death, and nobody recovers. */
export const crashedForGood = (shape: PlanShape, at: number): string | undefined =>
  inWorld(shape, (world, before) => {
    run(world, shape, crashAt(at));
    return world.staged().length > 0 || lostOrDoubled(world, before).length > 0 ? 'left half-way' : undefined;
  });

/** A fault that lets the process live: afterwards, and after a restart, all must be well. */
export const failed = (shape: PlanShape, fault: Fault): string | undefined =>
  inWorld(shape, (world, before) => {
    try {
      run(world, shape, fault);
    } catch {
      // The commit itself may fail with a code; what counts is the disk.
    }
    return wrongAfterRecovery(world, before);
  });
