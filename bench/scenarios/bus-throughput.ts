import { places } from '#contracts/operations/places';
import type { Scenario } from '../scenario.js';
import { type Floor, openFloor } from '../stage/floor.js';
import { throughput } from '../stage/latency.js';
import { MACHINE, type Stage } from '../stage/stage.js';

interface Calls {
  readonly stage: Stage;
  readonly floor: Floor;
}

const IN_FLIGHT = 64;
const CALLS_PER_BLOCK = 10;

const load = (stage: Stage): { calls: number; inFlight: number } => ({
  calls: stage.sizes.calls * CALLS_PER_BLOCK,
  inFlight: IN_FLIGHT,
});

export const busThroughputScenario: Scenario<Calls> = {
  name: 'bus-throughput',
  words: 'questions to an agent, 64 in flight (`places`: real work in the disk thread) / raw echo',
  unit: 'per second',
  score: 'ratio',
  better: 'higher',
  reps: { full: 7 },
  setup: async (stage) => ({ stage, floor: await openFloor() }),
  ours: ({ stage }) => throughput(load(stage), () => stage.bus.call(MACHINE, places, {})),
  baseline: ({ stage, floor }) => throughput(load(stage), floor.request),
  check: async ({ stage }) => {
    const reply = await stage.bus.call(MACHINE, places, {});
    if (reply.places.length !== 3) throw new Error(`${reply.places.length} places instead of 3`);
  },
  close: ({ floor }) => floor.close(),
};
