import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inboxOf } from '#contracts/subjects';
import { BusClient } from '#nats/bus-client';
import { connectBus } from '#nats/connection';
import { type Bus, startBus } from '../../apps/start/src/bus-server.js';
import { type PeerProcess, startPeer } from './peer-process.js';

/** A bus of its own with many simulated agents on it, each with its own key and permissions. */
export interface Fleet {
  readonly agents: number;
  readonly bus: BusClient;
  readonly serverPid: number;
  close(): Promise<void>;
}

const PROCESSES = 4;
const PREFIX = 'pc';
const GRACE_MS = 5000;

export const openFleet = async (agents: number): Promise<Fleet> => {
  const folder = mkdtempSync(join(tmpdir(), 'ordena-fleet-'));
  const machines = Array.from({ length: agents }, (_, at) => `${PREFIX}${at}`);
  const server = await startBus({ binary: process.env['NATS_SERVER_BIN'] ?? 'nats-server', folder, machines });
  const each = Math.ceil(agents / PROCESSES);
  const shares = Array.from({ length: PROCESSES }, (_, at) => [at * each, Math.min(each, agents - at * each)]);
  const processes = await Promise.all(
    shares.map(([from, count]) => startPeer('fleet.ts', [server.url, folder, PREFIX, `${from}`, `${count}`])),
  );
  const bus = await gatewayOn(server);
  return { agents, bus, serverPid: server.server?.pid ?? 0, close: () => closeAll({ folder, server, processes, bus }) };
};

const gatewayOn = async ({ url, keyFiles }: Bus): Promise<BusClient> =>
  new BusClient(
    await connectBus({ servers: url, name: 'bench', credsFile: keyFiles['gateway'], inboxPrefix: inboxOf('gateway') }),
  );

const closeAll = async (parts: {
  folder: string;
  server: Bus;
  processes: readonly PeerProcess[];
  bus: BusClient;
}): Promise<void> => {
  await parts.bus.nc.close();
  for (const process_ of parts.processes) await process_.stop();
  await parts.server.server?.stop(GRACE_MS);
  rmSync(parts.folder, { recursive: true, force: true });
};
