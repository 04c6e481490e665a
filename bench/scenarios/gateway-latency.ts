import type { Scenario } from '../scenario.js';
import { type Floor, openFloor } from '../stage/floor.js';
import { expectOk, HttpClient, p50 } from '../stage/latency.js';
import { type PeerProcess, startPeer } from '../stage/peer-process.js';
import { MACHINE, type Stage } from '../stage/stage.js';

interface Calls {
  readonly stage: Stage;
  readonly floor: Floor;
  readonly hello: PeerProcess;
  readonly gateway: HttpClient;
  readonly fastify: HttpClient;
}

const ask = async ({ gateway }: Calls): Promise<Buffer> =>
  expectOk(await gateway.send('POST', `/v1/machines/${MACHINE}/operations/places`, {})).body;

export const gatewayLatencyScenario: Scenario<Calls> = {
  name: 'gateway-latency',
  words: 'HTTP → gateway → NATS → agent, p50 / bare Fastify hello + raw `nc.request`',
  unit: 'µs',
  score: 'ratio',
  limits: { goal: 1.5, gate: 2 },
  reps: { smoke: 5, full: 9 },
  known:
    'The baseline only echoes; ours also checks the caller, the request twice and the reply once, and asks the disk: `bench -- profile gateway-latency` (on a busy machine) shows 43 % of the gateway and 60 % of the agent in handing bytes to sockets and to the disk thread, garbage 4 %, random trace ids 2 %, and no function of ours over 1 %. In the disk thread, half is handing over and half opening and measuring the places. `places` is real work: `service-throughput` is the stack alone',
  setup: async (stage) => {
    const hello = await startPeer('hello.ts', []);
    const gateway = new HttpClient(stage.system.base, { authorization: `Bearer ${stage.system.token}` });
    return { stage, floor: await openFloor(), hello, gateway, fastify: new HttpClient(String(hello.ready['url'])) };
  },
  ours: (calls) => p50(calls.stage.sizes.calls, () => ask(calls)),
  baseline: async ({ stage, floor, fastify }) => {
    const http = await p50(stage.sizes.calls, async () => expectOk(await fastify.send('GET', '/hello')));
    return http + (await p50(stage.sizes.calls, floor.request));
  },
  check: async (calls) => {
    const reply = JSON.parse((await ask(calls)).toString()) as { places: unknown[] };
    if (reply.places.length !== 3) throw new Error(`${reply.places.length} places instead of 3`);
  },
  close: async ({ floor, hello, gateway, fastify }) => {
    gateway.close();
    fastify.close();
    await hello.stop();
    await floor.close();
  },
};
