import { places } from '#contracts/operations/places';
import type { Scenario } from '../scenario.js';
import { startBundledAgent, stopAgent } from '../stage/bundled-agent.js';
import { timed } from '../stage/carry-out.js';
import { idleMegabytes } from '../stage/memory.js';
import { LONE_MACHINE, type Stage } from '../stage/stage.js';

const expectAnswer = async ({ bus }: Stage): Promise<void> => {
  const { machine } = await bus.call(LONE_MACHINE, places, {});
  if (machine !== LONE_MACHINE) throw new Error(`${machine} answered for ${LONE_MACHINE}`);
};

export const agentStartScenario: Scenario<Stage> = {
  name: 'agent-start',
  words:
    'start of the agent as people get it (the bundle): spawned → places found, journal recovered, connected, subscribed',
  unit: 'ms',
  score: 'ours',
  limits: { goal: 150, gate: 250 },
  reps: { smoke: 5, full: 9 },
  known:
    'Node, loading the bundle, and the round trips to the bus that make sure nobody else has this name. Proving who it is in JavaScript was a fifth of it, and 8 MB; that is native code now. Unbundled and with Nest it was 894 ms',
  setup: async (stage) => stage,
  ours: async (stage) => {
    await stopAgent(stage, LONE_MACHINE);
    return timed(() => startBundledAgent(stage, LONE_MACHINE));
  },
  check: expectAnswer,
};

export const agentMemoryScenario: Scenario<Stage> = {
  name: 'agent-memory',
  words: 'memory of the idle agent (the bundle, RSS 1.5 s after its start)',
  unit: 'MB',
  score: 'ours',
  limits: { goal: 64, gate: 72 },
  reps: { smoke: 2, full: 5 },
  known: 'Node with a NATS connection alone is 44 MB. With Nest and two threads from the start it was 128 MB',
  setup: async (stage) => stage,
  ours: async (stage) => {
    await stopAgent(stage, LONE_MACHINE);
    const { pid } = await startBundledAgent(stage, LONE_MACHINE);
    return idleMegabytes(pid);
  },
  check: expectAnswer,
};
