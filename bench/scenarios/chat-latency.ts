import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../scenario.js';
import { type Floor, openFloor } from '../stage/floor.js';
import { expectOk, HttpClient, p50 } from '../stage/latency.js';
import { useEmbeddedPlanner, useScriptedModel } from '../stage/scripted-model.js';
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
  return { stage, floor: await openFloor(), gateway, folder: path.slice(path.lastIndexOf('/') + 1) };
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

export const chatScriptedScenario: Scenario<Talk> = {
  ...talking,
  name: 'chat-scripted',
  words:
    'HTTP → gateway → planner → scripted model on loopback, asked twice → planner → agent → answer; conversation and run stored, nothing subtracted; p50 / raw `nc.request`',
  limits: { goal: 4, gate: 5.5 },
  known:
    'Two HTTP rounds to the model, a conversation and a run stored in JetStream before and after, the question to the agent, and what the page is told meanwhile: none of it is subtracted, and the baseline is one echo. Schemas of tools are made once per process; what is stored at the beginning and at the end goes side by side',
  setup: async (stage) => {
    const model = await useScriptedModel(stage);
    return { ...(await openTalk(stage)), stopModel: () => model.stop() };
  },
  check: (talk) => expectAnswer(talk, 'configured'),
  close: async (talk) => {
    await closeTalk(talk);
    await useEmbeddedPlanner(talk.stage);
    await talk.stopModel?.();
  },
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
