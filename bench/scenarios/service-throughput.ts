import { connect, type NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { BusClient } from '#nats/bus-client';
import { connectBus } from '#nats/connection';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import type { Scenario } from '../scenario.js';
import { throughput } from '../stage/latency.js';
import { type PeerProcess, startPeer } from '../stage/peer-process.js';
import type { Stage } from '../stage/stage.js';

interface Calls {
  readonly stage: Stage;
  readonly server: TestServer;
  readonly nc: NatsConnection;
  readonly ours: BusClient;
  readonly peers: readonly PeerProcess[];
}

const LOAD = { calls: 6_000, inFlight: 64 };
const HUNDRED = 'x'.repeat(88);
const EchoSchema = z.strictObject({ text: z.string() });

const callService = ({ ours }: Calls): Promise<unknown> =>
  ours.request('bench.echo', { text: HUNDRED }, { schema: EchoSchema });

export const serviceThroughputScenario: Scenario<Calls> = {
  name: 'service-throughput',
  words:
    'RPC per second, 64 in flight: a Nest controller on our NATS strategy, checked on both sides / raw `nc.request`',
  unit: 'per second',
  score: 'ratio',
  better: 'higher',
  limits: { goal: 0.9, gate: 0.75 },
  reps: { smoke: 5, full: 9 },
  known:
    'It was 0.48: a captured stack for every request and random bytes for trace ids; without both, 1.0 in quiet runs. Lower only when something else runs on the two cores',
  setup: async (stage) => {
    const server = await startNatsServer({ jetStream: false });
    const ours = new BusClient(await connectBus({ servers: server.url, name: 'bench' }));
    const peers = [await startPeer('echo.ts', [server.url]), await startPeer('echo-service.ts', [server.url])];
    return { stage, server, peers, nc: await connect({ servers: server.url }), ours };
  },
  ours: (calls) => throughput(LOAD, () => callService(calls)),
  baseline: ({ nc }) => throughput(LOAD, () => nc.request('echo', JSON.stringify({ text: HUNDRED }))),
  check: async (calls) => {
    const reply = EchoSchema.parse(await callService(calls));
    if (reply.text !== HUNDRED) throw new Error('the echo came back changed');
  },
  close: async ({ nc, ours, peers, server }) => {
    await nc.close();
    await ours.nc.close();
    for (const peer of peers) await peer.stop();
    await server.close();
  },
};
