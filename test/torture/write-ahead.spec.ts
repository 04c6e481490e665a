import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Engine } from '../../apps/file-agent/src/disk/engine.js';
import { realSys, type Sys } from '../../apps/file-agent/src/disk/sys.js';
import { drain, metaFor } from '../../apps/file-agent/src/disk/testing/ops.js';
import { FaultySys } from './faulty-sys.js';
import { opsOf, plansOf } from './small-plans.js';
import { World } from './world.js';

let world: World;
let faulty: FaultySys;
let engine: Engine;

beforeEach(() => {
  world = new World(1);
  faulty = new FaultySys(realSys);
  engine = world.open(faulty.sys);
});
afterEach(() => {
  engine.close();
  world.remove();
});

/** Opening the journal's first file and making it durable; everything else must wait for the flush. */
const JOURNALS: readonly (keyof Sys)[] = ['create', 'fsync', 'write'];

it.each(plansOf(1))(
  'nothing changes before the intent is durable: %s',
  (name) => {
    const calls: (keyof Sys)[] = [];
    const ops = opsOf(engine, [name]);
    faulty.arm((_, verb) => void calls.push(verb));
    drain(engine.commit({ meta: metaFor('p-00000001', ops.length), ops }));
    const durable = calls.indexOf('fdatasync');
    expect(durable).toBeGreaterThan(0);
    for (const verb of calls.slice(0, durable)) expect(JOURNALS).toContain(verb);
    faulty.arm(() => undefined);
  },
  60_000,
);
