import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../scenario.js';
import { type Floor, openFloor } from '../stage/floor.js';
import { expectOk, HttpClient, latencies, p50 } from '../stage/latency.js';
import type { PeerProcess } from '../stage/peer-process.js';
import { useEmbeddedPlanner, useModelInside, useModelOverHttp } from '../stage/scripted-model.js';
import { MACHINE, type Stage } from '../stage/stage.js';

interface Talk {
  readonly stage: Stage;
  readonly floor: Floor;
  readonly gateway: HttpClient;
  readonly folder: string;
  /** What is behind the planner. */
  stopModel?(): Promise<void>;
}

interface Said {
  readonly status: string;
  readonly reply: string;
  readonly planner: { readonly rung: string };
}

const CALLS_FRACTION = 4;
/** A process that was started just now runs code that is not yet compiled; whoever talks to it later does not feel that. */
const WARM_UPS = 300;
const FILE = 'quokka.txt';

const say = async ({ gateway, folder }: Talk): Promise<Said> => {
  const answer = await gateway.send('POST', '/v1/chat', {
    message: `what files are in documents/${folder}?`,
    machine: MACHINE,
  });
  return JSON.parse(expectOk(answer).body.toString()) as Said;
};

const openTalk = async (stage: Stage): Promise<Talk> => {
  const { path } = stage.folder('chat');
  writeFileSync(join(path, FILE), 'x');
  const gateway = new HttpClient(stage.system.base, { authorization: `Bearer ${stage.system.token}` });
  const talk = { stage, floor: await openFloor(), gateway, folder: path.slice(path.lastIndexOf('/') + 1) };
  await latencies(WARM_UPS, () => say(talk));
  await latencies(WARM_UPS, talk.floor.request);
  return talk;
};

const expectAnswer = async (talk: Talk, rung: string): Promise<void> => {
  const { status, reply, planner } = await say(talk);
  const isRight = status === 'done' && reply.includes(FILE) && planner.rung === rung;
  if (!isRight) throw new Error(`the answer of "${planner.rung}" was "${status}": ${reply}`);
};

const closeTalk = async ({ floor, gateway }: Talk): Promise<void> => {
  gateway.close();
  await floor.close();
};

const talking = {
  unit: 'µs',
  score: 'ratio',
  reps: { smoke: 3, full: 5 },
  ours: (talk: Talk) => p50(talk.stage.sizes.calls / CALLS_FRACTION, () => say(talk)),
  baseline: ({ stage, floor }: Talk) => p50(stage.sizes.calls, floor.request),
} as const;

const withModel = async (stage: Stage, model: PeerProcess): Promise<Talk> => ({
  ...(await openTalk(stage)),
  stopModel: () => model.stop(),
});

const closeWithModel = async (talk: Talk): Promise<void> => {
  await closeTalk(talk);
  await talk.stopModel?.();
  await useEmbeddedPlanner(talk.stage);
};

export const chatScriptedScenario: Scenario<Talk> = {
  ...talking,
  name: 'chat-scripted',
  words:
    'HTTP → gateway → planner with a model by script in its own process, asked twice → agent → answer; conversation and run stored as always, all warm; p50 / raw `nc.request`',
  limits: { goal: 4, gate: 5.5 },
  known:
    'A talk is two questions over the bus, one into the disk thread, and nine messages of the store: owner, run and turn of the gateway, run and log of the planner; and the lines a reader of the stream could ask for again. None is subtracted, and the baseline is one echo. Of 5.4 ms of processor time a talk (busy machine) the gateway has 1.5, the planner 1.4, the server 1.4, the agent 0.6 and the client 0.3, nearly all of it one after the other, and no function stands out. A model behind HTTP (`chat-over-http`) adds its two rounds. What can be stored side by side is; what a later message must find is stored before the answer',
  setup: async (stage) => withModel(stage, await useModelInside(stage)),
  check: (talk) => expectAnswer(talk, 'local'),
  close: closeWithModel,
};

/** Beside it, without a goal of its own: what a provider's client and two rounds of HTTP add. */
export const chatOverHttpScenario: Scenario<Talk> = {
  ...talking,
  name: 'chat-over-http',
  words: 'the same with that model behind Chat Completions on loopback, as any provider',
  reps: { full: 5 },
  setup: async (stage) => withModel(stage, await useModelOverHttp(stage)),
  check: (talk) => expectAnswer(talk, 'configured'),
  close: closeWithModel,
};

/** Beside it, without a goal of its own: the planner that needs no model. */
export const chatEmbeddedScenario: Scenario<Talk> = {
  ...talking,
  name: 'chat-embedded',
  words: 'the same with the embedded planner instead of a model',
  reps: { full: 5 },
  setup: openTalk,
  check: (talk) => expectAnswer(talk, 'embedded'),
  close: closeTalk,
};
