import { places } from '#contracts/operations/places';
import type { Scenario } from '../scenario.js';
import { type Floor, openFloor } from '../stage/floor.js';
import { p50 } from '../stage/latency.js';
import { MACHINE, type Stage } from '../stage/stage.js';

interface Calls {
  readonly stage: Stage;
  readonly floor: Floor;
}

export const busLatencyScenario: Scenario<Calls> = {
  name: 'bus-latency',
  words:
    'one question to an agent over NATS (`places`: checked twice, answered by the disk thread), p50 / raw `nc.request`',
  unit: 'µs',
  score: 'ratio',
  reps: { full: 9 },
  setup: async (stage) => ({ stage, floor: await openFloor() }),
  ours: ({ stage }) => p50(stage.sizes.calls, () => stage.bus.call(MACHINE, places, {})),
  baseline: ({ stage, floor }) => p50(stage.sizes.calls, floor.request),
  check: async ({ stage }) => {
    const reply = await stage.bus.call(MACHINE, places, {});
    if (reply.places.length !== 3) throw new Error(`${reply.places.length} places instead of 3`);
  },
  close: ({ floor }) => floor.close(),
};
