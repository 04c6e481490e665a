import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Child, watchChild } from '../../apps/start/src/child.js';
import type { Stage } from './stage.js';

/** The agent as it goes to people's PCs: the bundle of `npm run bundle`, started as they start it. */

const BUNDLE = join(import.meta.dirname, '..', '..', 'dist', 'agent', 'ordena-agent.mjs');
const GRACE_MS = 10_000;

/** In place of the agent of this machine that runs now; resolves when it says that it is subscribed. */
export const startBundledAgent = async ({ system, homes, env }: Stage, machine: string): Promise<Child> => {
  const name = `agent-${machine}`;
  const home = homes[machine];
  const process_ = spawn(process.execPath, [BUNDLE], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      TZ: process.env['TZ'],
      NATS_URL: system.bus.url,
      NATS_CREDS: system.bus.keyFiles[name],
      ORDENA_STATE: join(system.folder, name),
      ORDENA_MACHINE: machine,
      ORDENA_HOME: home,
      HOME: home,
      ...env,
    },
  });
  const child = watchChild(name, process_);
  process_.stderr.pipe(createWriteStream(join(system.folder, `${name}.log`), { flags: 'a' }));
  await readyLine(process_, child);
  system.children.set(name, child);
  return child;
};

export const stopAgent = async ({ system }: Stage, machine: string): Promise<void> => {
  await system.children.get(`agent-${machine}`)?.stop(GRACE_MS);
};

const readyLine = (process_: ChildProcess, child: Child): Promise<void> =>
  new Promise((done, fail) => {
    void child.gone.then(() => fail(new Error('the bundled agent ended before it was ready; is dist/agent built?')));
    if (process_.stdout === null) return;
    createInterface({ input: process_.stdout }).on('line', (line) => {
      if (line.startsWith('{"ready":')) done();
    });
  });
