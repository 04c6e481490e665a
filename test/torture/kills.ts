import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { Engine } from '../../apps/file-agent/src/disk/engine.js';
import { realSys } from '../../apps/file-agent/src/disk/sys.js';
import { undo } from '../../apps/file-agent/src/disk/testing/ops.js';
import { BulkWorld } from './bulk-world.js';
import { progress } from './progress.js';
import type { Verdict } from './verdict.js';

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const RUN_SOURCE = ['--import', file('../../apps/file-agent/src/testing/run-source.mjs'), '--conditions=ordena-source'];
const PLAN = 'p-killed0000';

/** Starts a victim and kills it so long after its first change may come. Answers whether it was still at work. */
const kill = async (world: BulkWorld, afterMs: number): Promise<boolean> => {
  const child = spawn(process.execPath, [...RUN_SOURCE, file('victim.ts'), world.disk.path, PLAN, `${world.entries}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), gone]);
  await setTimeout(afterMs);
  child.kill('SIGKILL');
  const [code] = (await gone) as [number | null];
  return code === null;
};

const size = ({ from, to }: { from: Set<bigint>; to: Set<bigint> }): number => from.size + to.size;

const wrongAfter = (world: BulkWorld, before: Set<bigint>): string | undefined => {
  const engine = Engine.open(realSys, world.options);
  try {
    const recovered = world.inodes();
    if (size(recovered) !== before.size) return `${size(recovered)} of ${before.size} files after recovery`;
    if (engine.history.receipt(PLAN)?.undoable) undo(engine, PLAN);
    const { from, to } = world.inodes();
    return isDeepStrictEqual(from, before) && to.size === 0 ? undefined : 'undo did not put everything back';
  } finally {
    engine.close();
  }
};

const oneKill = async (
  entries: number,
  afterMs: number,
): Promise<{ midway: boolean; wrong?: string; left: boolean }> => {
  const world = new BulkWorld(entries);
  try {
    const before = world.inodes().from;
    const midway = await kill(world, afterMs);
    const left = size(world.inodes()) !== before.size || world.staged.length > 0;
    return { midway, left, wrong: wrongAfter(world, before) };
  } finally {
    world.remove();
  }
};

/**
 * P4: real processes killed at random moments of bulk plans, then started again. The control: how many had files
 * between two names before recovery. Moments come from a seed, spread over the time the plan takes.
 */
export const killSweep = async (entries: number, kills: number, longestMs: number): Promise<Verdict> => {
  const violations: string[] = [];
  let midway = 0;
  let left = 0;
  for (let at = 0; at < kills; at++) {
    const afterMs = ((at * 0.618_033_988_749) % 1) * longestMs;
    const result = await oneKill(entries, afterMs);
    midway += result.midway ? 1 : 0;
    left += result.left ? 1 : 0;
    if (result.wrong) violations.push(`killed after ${afterMs.toFixed(1)} ms: ${result.wrong}`);
    progress({ what: `kill -9 in plans of ${entries}`, done: at + 1, violations: violations.length });
  }
  return {
    promise: 'P4',
    what: `kill -9 in plans of ${entries}, ${midway} midway`,
    cases: kills,
    violations,
    control: { what: 'before recovery', cases: kills, violations: left },
  };
};
