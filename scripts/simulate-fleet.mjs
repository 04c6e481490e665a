// `node scripts/simulate-fleet.mjs [agents…]`: how one NATS server carries a fleet. Each simulated PC has its own key, its own
// connection and every endpoint of a real agent, behind the permissions and accounts of the embedded server; the gateway's
// own directory discovers them. Prints one table row per size. Needs `npm run build`. Figures: docs/scale.md.
import { connect, credsAuthenticator } from '@nats-io/transport-node';
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPERATION_NAMES } from '../dist/libs/contracts/src/catalog.js';
import { BusClient } from '../dist/libs/nats/src/bus-client.js';
import { MachineDirectory } from '../dist/libs/nats/src/machine-directory.js';
import { MicroService } from '../dist/libs/nats/src/micro-service.js';
import { startBus } from '../dist/apps/start/src/bus-server.js';

const PER_PROCESS = 500;
const REQUESTS = 1000;
const nameOf = (number) => `pc${number}`;

const connectAs = (url, role, keyFile) =>
  connect({
    servers: url,
    inboxPrefix: `_INBOX_${role.replace(/^agent-/, 'agent.')}`,
    authenticator: credsAuthenticator(readFileSync(keyFile)),
  });

/** In a process of its own: agents `from` … `to`, then one word to the parent. */
const simulate = async ([url, folder, from, to]) => {
  for (let number = Number(from); number < Number(to); number += 1) {
    const machine = nameOf(number);
    const nc = await connectAs(url, `agent-${machine}`, join(folder, `agent-${machine}.creds`));
    const metadata = { machine, displayName: machine, os: 'linux', containment: 'kernel', places: 'desktop,documents' };
    const handle = async () => ({ in: 'desktop', entries: [] });
    const endpoints = OPERATION_NAMES.map((name) => ({ name, subject: `ordena.agent.${machine}.${name}`, handle }));
    await new MicroService(nc, { name: 'file-agent', version: '0.1.0', metadata, instance: machine }).start(endpoints);
  }
  process.send('ready');
};

const startAgents = async (bus, folder, count) => {
  const children = [];
  for (let from = 0; from < count; from += PER_PROCESS) {
    const args = ['agents', bus.url, folder, String(from), String(Math.min(from + PER_PROCESS, count))];
    const child = fork(process.argv[1], args);
    children.push(child);
    await new Promise((done, fail) => (child.once('message', done), child.once('exit', fail)));
  }
  return children;
};

const megabytes = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

const discover = async (nc, count) => {
  const directory = new MachineDirectory(new BusClient(nc));
  const start = performance.now();
  directory.start();
  const found = (await directory.list()).length;
  const took = performance.now() - start;
  directory.stop();
  if (found !== count) throw new Error(`discovery found ${found} of ${count}`);
  return took;
};

const latencies = async (nc, count) => {
  const took = [];
  for (let index = 0; index < REQUESTS; index += 1) {
    const start = performance.now();
    await nc.request(`ordena.agent.${nameOf(Math.floor(Math.random() * count))}.find`, '{}', { timeout: 5000 });
    took.push(performance.now() - start);
  }
  return took.sort((a, b) => a - b);
};

const measure = async (count) => {
  const folder = mkdtempSync(join(tmpdir(), 'ordena-fleet-'));
  const machines = Array.from({ length: count }, (_, number) => nameOf(number));
  const started = performance.now();
  const bus = await startBus({ binary: process.env.NATS_SERVER_BIN ?? 'nats-server', folder, machines });
  const startMs = performance.now() - started;
  const empty = megabytes(bus.server.pid);
  const children = await startAgents(bus, folder, count);
  const gateway = await connectAs(bus.url, 'gateway', bus.keyFiles.gateway);
  const idle = megabytes(bus.server.pid);
  const first = await discover(gateway, count);
  const took = await latencies(gateway, count);
  const at = (part) => took[Math.floor(took.length * part)].toFixed(2);
  const config = statSync(join(folder, 'server.conf')).size / 1024;
  const figures = [count, startMs, config, empty, idle, megabytes(bus.server.pid), first].map((one) => one.toFixed(0));
  console.log(`| ${[...figures, at(0.5), at(0.99)].join(' | ')} |`);
  await gateway.close();
  children.forEach((child) => child.kill());
  await bus.server.stop(2000);
  rmSync(folder, { recursive: true, force: true });
};

if (process.argv[2] === 'agents') await simulate(process.argv.slice(3));
else {
  console.log(
    '| agents | start ms | config KiB | server MB, no agents | idle | after load | discovery ms | find p50 ms | p99 ms |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  const sizes = process.argv.slice(2).map(Number);
  for (const count of sizes.length === 0 ? [1, 100, 500, 1000, 2000] : sizes) await measure(count);
}
