import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../scenario.js';
import { type Floor, openFloor } from '../stage/floor.js';
import { expectOk, HttpClient, p50 } from '../stage/latency.js';
import { MACHINE, type Stage } from '../stage/stage.js';

interface Talk {
  readonly stage: Stage;
  readonly floor: Floor;
  readonly gateway: HttpClient;
  readonly folder: string;
}

const CALLS_FRACTION = 4;

const say = async ({ gateway, folder }: Talk): Promise<{ status: string; reply: string }> => {
  const answer = await gateway.send('POST', '/v1/chat', {
    message: `what files are in documents/${folder}?`,
    machine: MACHINE,
  });
  return JSON.parse(expectOk(answer).body.toString()) as { status: string; reply: string };
};

export const chatLatencyScenario: Scenario<Talk> = {
  name: 'chat-latency',
  words: 'a sentence → gateway → planner (embedded) → agent → answer, conversation stored, p50 / raw `nc.request`',
  unit: 'µs',
  score: 'ratio',
  goal: 4,
  gate: 5.5,
  reps: { smoke: 3, full: 7 },
  known:
    'Three rounds of the planner. Its profile showed 20 % in making the JSON schemas of all tools anew for each round; since that is done once, 100–140 × (busier machine) became 67 ×; the two were not measured side by side. The rest is not explained yet',
  setup: async (stage) => {
    const { path } = stage.folder('chat');
    writeFileSync(join(path, 'quokka.txt'), 'x');
    const gateway = new HttpClient(stage.system.base, { authorization: `Bearer ${stage.system.token}` });
    return { stage, floor: await openFloor(), gateway, folder: path.slice(path.lastIndexOf('/') + 1) };
  },
  ours: (talk) => p50(talk.stage.sizes.calls / CALLS_FRACTION, () => say(talk)),
  baseline: ({ stage, floor }) => p50(stage.sizes.calls, floor.request),
  check: async (talk) => {
    const { status, reply } = await say(talk);
    if (status !== 'done' || !reply.includes('quokka.txt')) throw new Error(`the answer was "${status}": ${reply}`);
  },
  close: async ({ floor, gateway }) => {
    gateway.close();
    await floor.close();
  },
};
