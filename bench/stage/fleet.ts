import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVICE, inboxOf } from '#contracts/subjects';
import { BusClient } from '#nats/bus-client';
import { connectBus } from '#nats/connection';
import { type Bus, startBus } from '../../apps/start/src/bus-server.js';
import { type Child, watchChild } from '../../apps/start/src/child.js';
import { type PeerProcess, startPeer } from './peer-process.js';

/** A bus of its own with many simulated agents on it, each with its own key, connection and permissions. */
export interface Fleet {
  readonly agents: number;
  /** With the gateway's key. */
  readonly bus: BusClient;
  /** With the key of people at the `nats` CLI, who may ask the bare question. */
  readonly ops: BusClient;
  serverPid(): number;
  /** Kills the server without warning and starts it again on the same port. */
  restartServer(): Promise<void>;
  close(): Promise<void>;
}

const PROCESSES = 4;
const PREFIX = 'pc';
const GRACE_MS = 5000;
/** Signs the credentials of the agents: each process makes its own, which takes the longest. */
const AUTHORITY = 'authority.json';

let open: Fleet | undefined;

/** The fleet of this size; it stays for the next figure that asks for as many, and goes when another size is asked for. */
export const fleetOf = async (agents: number): Promise<Fleet> => {
  if (open?.agents === agents) return open;
  await closeFleets();
  open = await startFleet(agents);
  return open;
};

export const closeFleets = async (): Promise<void> => {
  await open?.close();
  open = undefined;
};

const startFleet = async (agents: number): Promise<Fleet> => {
  const folder = mkdtempSync(join(tmpdir(), 'ordena-fleet-'));
  const server = await startBus({ binary: process.env['NATS_SERVER_BIN'] ?? 'nats-server', folder, machines: [] });
  const processes = await startAgents(server.url, folder, agents).catch(async (error: unknown) => {
    await server.server?.stop(GRACE_MS);
    throw error;
  });
  const [bus, ops] = [await connectAs('gateway', server), await connectAs('ops', server)];
  let running = server.server;
  return {
    agents,
    bus,
    ops,
    serverPid: () => running?.pid ?? 0,
    restartServer: async () => void (running = await killAndStart(running, server.url)),
    close: async () => {
      await bus.nc.close();
      await ops.nc.close();
      for (const process_ of processes) await process_.stop();
      await running?.stop(GRACE_MS);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const startAgents = (url: string, folder: string, agents: number): Promise<PeerProcess[]> => {
  const each = Math.ceil(agents / PROCESSES);
  const shares = Array.from({ length: PROCESSES }, (_, at) => [at * each, Math.min(each, agents - at * each)] as const);
  return Promise.all(
    shares
      .filter(([, count]) => count > 0)
      .map(([from, count]) => startPeer('fleet.ts', [url, join(folder, AUTHORITY), PREFIX, `${from}`, `${count}`])),
  );
};

const connectAs = async (role: string, { url, keyFiles }: Bus): Promise<BusClient> =>
  new BusClient(
    await connectBus({ servers: url, name: 'bench', credsFile: keyFiles[role], inboxPrefix: inboxOf(role) }),
  );

/** The same command line again, so that keys and permissions stay; only the port is now the one it had found. */
const killAndStart = async (server: Child | undefined, url: string): Promise<Child> => {
  if (server === undefined) throw new Error('the bus of the fleet is not ours to restart');
  const [binary = '', ...args] = readFileSync(`/proc/${server.pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  process.kill(server.pid, 'SIGKILL');
  await server.gone;
  const again = spawn(binary, [...args, '-p', new URL(url).port], { stdio: 'ignore', detached: true });
  return watchChild('nats-server', again);
};

/** The bare question: until as many have answered as there are. */
export const pingAll = async ({ ops, agents }: Fleet, withinMs = 10_000): Promise<number> => {
  let answers = 0;
  const options = { strategy: 'count', maxMessages: agents, maxWait: withinMs } as const;
  for await (const answer of await ops.nc.requestMany(`$SRV.PING.${SERVICE.agent}`, '', options))
    if (answer.data.length > 0) answers++;
  return answers;
};
