import { Engine } from '../../apps/file-agent/src/disk/engine.js';
import { realSys } from '../../apps/file-agent/src/disk/sys.js';
import { drain, metaFor } from '../../apps/file-agent/src/disk/testing/ops.js';
import { FaultySys } from './faulty-sys.js';
import { bulkOps, bulkOptions } from './bulk-world.js';

/** An agent in a process of its own, moving a folder of many files, to be killed on the way: `victim.ts ROOT PLAN COUNT [no-sync]`. */
const [, , root, planId, count, syncs] = process.argv;
const { sys } = new FaultySys(realSys, { syncs: syncs !== 'no-sync' });
const engine = Engine.open(sys, bulkOptions(root!));
const ops = [...bulkOps(root!)];
process.stdout.write('ready\n');
drain(engine.commit({ meta: metaFor(planId!, Number(count)), ops }));
process.stdout.write('done\n');
engine.close();
