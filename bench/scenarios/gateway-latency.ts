import type { Scenario } from '../scenario.js';
import { type Floor, openFloor } from '../stage/floor.js';
import { expectOk, HttpClient, latencies, p50 } from '../stage/latency.js';
import { type PeerProcess, startPeer } from '../stage/peer-process.js';
import { MACHINE, type Stage } from '../stage/stage.js';

interface Calls {
  readonly stage: Stage;
  readonly floor: Floor;
  readonly hello: PeerProcess;
  readonly gateway: HttpClient;
  readonly fastify: HttpClient;
}

/** A process that was started just now runs code that is not yet compiled; whoever asks it later does not feel that. */
const WARM_UPS = 1000;

const ask = async ({ gateway }: Calls): Promise<Buffer> =>
  expectOk(await gateway.send('POST', `/v1/machines/${MACHINE}/operations/places`, {})).body;

const greet = async ({ fastify }: Calls): Promise<unknown> => expectOk(await fastify.send('GET', '/hello'));

export const gatewayLatencyScenario: Scenario<Calls> = {
  name: 'gateway-latency',
  words:
    'HTTP → gateway → NATS → agent and its disk thread (`places`), all warm, p50 / bare Fastify hello + raw `nc.request`',
  unit: 'µs',
  score: 'ratio',
  limits: { goal: 1.5, gate: 2 },
  reps: { smoke: 5, full: 9 },
  known:
    'Eight changes of process or thread where the baseline has six, on two cores, and the caller, the request, the reply and the disk are looked at on the way. A trace of the kernel (`perf sched`) shows the milliseconds of one call as work in a row, without waiting: client 0.2 + 0.2, gateway 0.27 before and 0.28 after the bus, server 0.1, agent 0.14, disk thread 0.1, agent 0.09. In the gateway 42 % of that is the kernel (waking the next process) and 12 % the NATS client; the largest function of ours has 3.3 %. Tried together and left out, because nothing was to be seen beyond what two runs differ by: a hash in one call, hooks without promises, cheaper labels of figures, requests that make no error beforehand. The same question asked on the bus itself takes 40 % of the time. Traced on a busy machine',
  setup: async (stage) => {
    const hello = await startPeer('hello.ts', []);
    const gateway = new HttpClient(stage.system.base, { authorization: `Bearer ${stage.system.token}` });
    const fastify = new HttpClient(String(hello.ready['url']));
    const calls = { stage, floor: await openFloor(), hello, gateway, fastify };
    for (const each of [() => ask(calls), () => greet(calls), calls.floor.request]) await latencies(WARM_UPS, each);
    return calls;
  },
  ours: (calls) => p50(calls.stage.sizes.calls, () => ask(calls)),
  baseline: async (calls) => {
    const http = await p50(calls.stage.sizes.calls, () => greet(calls));
    return http + (await p50(calls.stage.sizes.calls, calls.floor.request));
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
