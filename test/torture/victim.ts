import { Engine } from '../../apps/file-agent/src/disk/engine.js';
import { realSys } from '../../apps/file-agent/src/disk/sys.js';
import { drain, metaFor } from '../../apps/file-agent/src/disk/testing/ops.js';
import { bulkOps, bulkOptions } from './bulk-world.js';

/** An agent in a process of its own, moving a folder of many files, to be killed on the way: `victim.ts ROOT PLAN COUNT`. */
const [, , root, planId, count] = process.argv;
const engine = Engine.open(realSys, bulkOptions(root!));
const ops = [...bulkOps(root!)];
process.stdout.write('ready\n');
drain(engine.commit({ meta: metaFor(planId!, Number(count)), ops }));
process.stdout.write('done\n');
engine.close();
