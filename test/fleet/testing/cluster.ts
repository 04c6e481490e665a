import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectBus } from '#nats/connection';
import { inboxOf } from '#contracts/subjects';
import { newAuthority } from '../../../apps/start/src/bus-authority.js';
import { credsOf } from '../../../apps/start/src/bus-claims.js';
import { configOf } from '../../../apps/start/src/bus-config.js';
import { rolesFor } from '../../../apps/start/src/bus-roles.js';
import { startApp, watchChild, type Child } from '../../../apps/start/src/child.js';
import { freePort } from './free-port.js';

/** Three NATS nodes, two planners, two gateways and any number of agents: all real processes on this PC, all with keys. */
export interface Cluster {
  /** By name: `nats-1` …, `planner-1` …, `gateway-1` …, `agent-<machine>`. */
  readonly children: Map<string, Child>;
  readonly gateways: readonly string[];
  readonly folder: string;
  stateOf(name: string): string;
  kill(name: string): Promise<void>;
  /** Starts a NATS node again: same port, same store. */
  startNode(name: string): void;
  close(): Promise<void>;
}

export const TOKEN = 'test-token-of-this-cluster';
const NODES = ['nats-1', 'nats-2', 'nats-3'];
const DIST = join(import.meta.dirname, '..', '..', '..', 'dist');
const GRACE_MS = 10_000;

export const startCluster = async (homes: Readonly<Record<string, string>>): Promise<Cluster> => {
  const folder = mkdtempSync(join(tmpdir(), 'ordena-cluster-'));
  const bus = await writeBus(folder, Object.keys(homes));
  const children = new Map<string, Child>();
  const startNode = (name: string): void => void children.set(name, spawnNode(folder, bus, name));
  const close = async (): Promise<void> => {
    await Promise.all([...children].filter(([name]) => !NODES.includes(name)).map(([, one]) => one.stop(GRACE_MS)));
    await Promise.all([...children.values()].map((one) => one.stop(0)));
    rmSync(folder, { recursive: true, force: true });
  };
  NODES.forEach(startNode);
  try {
    await untilItStores(bus, join(folder, 'gateway.creds'));
    const gateways = await startApps({ folder, children, homes, servers: bus.servers });
    const kill = async (name: string): Promise<void> => {
      process.kill(children.get(name)!.pid, 'SIGKILL');
      await children.get(name)!.gone;
    };
    return { children, gateways, folder, stateOf: (name) => join(folder, name), kill, startNode, close };
  } catch (error) {
    await close();
    throw error;
  }
};

interface Bus {
  readonly servers: string;
  readonly ports: Readonly<Record<string, number>>;
}

const writeBus = async (folder: string, machines: readonly string[]): Promise<Bus> => {
  const authority = newAuthority();
  for (const role of rolesFor(machines))
    writeFileSync(join(folder, `${role.name}.creds`), await credsOf(authority, role), { mode: 0o600 });
  const routes = await Promise.all(NODES.map(async () => `127.0.0.1:${await freePort()}`));
  const ports = Object.fromEntries(await Promise.all(NODES.map(async (node) => [node, await freePort()] as const)));
  for (const [at, node] of NODES.entries()) {
    const cluster = { node, port: Number(routes[at]!.split(':')[1]), routes };
    const config = await configOf(authority, { host: '127.0.0.1', storeFolder: join(folder, node), cluster });
    writeFileSync(join(folder, `${node}.conf`), config);
  }
  return { ports, servers: NODES.map((node) => `nats://127.0.0.1:${ports[node]}`).join(',') };
};

const spawnNode = (folder: string, { ports }: Bus, name: string): Child => {
  mkdirSync(join(folder, name), { recursive: true });
  const args = ['-c', join(folder, `${name}.conf`), '-p', String(ports[name]), '-l', join(folder, `${name}.log`)];
  return watchChild(name, spawn(process.env['NATS_SERVER_BIN'] ?? 'nats-server', args, { stdio: 'ignore' }));
};

/** The nodes have found each other and chosen who leads when they answer what they store. */
const untilItStores = async ({ servers }: Bus, credsFile: string): Promise<void> => {
  const nc = await connectBus({ servers, name: 'cluster test', credsFile, inboxPrefix: inboxOf('gateway') });
  for (;;) {
    const isUp = await nc.request('$JS.API.INFO', '', { timeout: 500 }).then(
      (answer) => !('error' in answer.json<object>()),
      () => false,
    );
    if (isUp) return nc.close();
  }
};

interface Apps {
  readonly folder: string;
  readonly servers: string;
  readonly homes: Readonly<Record<string, string>>;
  readonly children: Map<string, Child>;
}

/** Answers where the gateways listen. */
const startApps = async (apps: Apps): Promise<string[]> => {
  const agents = Object.entries(apps.homes).map(([machine, home]) =>
    startOne(apps, `agent-${machine}`, { ORDENA_MACHINE: machine, ORDENA_HOME: home }),
  );
  await Promise.all([...agents, startOne(apps, 'planner-1'), startOne(apps, 'planner-2')]);
  const gateways = await Promise.all(['gateway-1', 'gateway-2'].map((name) => startOne(apps, name)));
  return gateways.map(({ url }) => new URL(String(url)).origin);
};

const startOne = async (apps: Apps, name: string, extra: NodeJS.ProcessEnv = {}): Promise<Record<string, unknown>> => {
  const role = name.startsWith('agent-') ? name : name.slice(0, -2);
  const script = role === name ? ['agent', 'ordena-agent.mjs'] : ['apps', role, 'src', 'main.js'];
  const { child, ready } = await startApp({
    name,
    script: join(DIST, ...script),
    logFile: join(apps.folder, `${name}.log`),
    env: {
      PATH: process.env['PATH'],
      NATS_URL: apps.servers,
      NATS_CREDS: join(apps.folder, `${role}.creds`),
      ORDENA_STATE: join(apps.folder, name),
      ORDENA_TOKEN: TOKEN,
      ORDENA_LOCAL_MODELS: 'off',
      ORDENA_RATE: '0',
      PORT: '0',
      ...extra,
    },
  });
  apps.children.set(name, child);
  return ready;
};
