import { find } from '#contracts/operations/find';
import type { Scenario } from '../scenario.js';
import { latencies } from '../stage/latency.js';
import { MACHINE, type Stage } from '../stage/stage.js';
import { quantile } from '../statistics.js';

interface Walk {
  readonly stage: Stage;
  walked: number;
}

const PINGS = 400;
const P99 = 0.99;
const TIMES_IN_A_ROW = 3;

/** One agent answers by its instance id, `<machine>-…`; the service name asks every agent, and the first answer counts. */
const pingP99 = async ({ bus }: Stage): Promise<number> =>
  quantile(await latencies(PINGS, () => bus.nc.request('$SRV.PING.file-agent', '')), P99) / 1000;

export const pingDuringWalkScenario: Scenario<Walk> = {
  name: 'ping-during-walk',
  words:
    'an agent asked who it is while it walks and stats 200k files, p99 / the same when idle (gate: 10 ms of its own)',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 3, gate: 10, gateOf: 'ours' },
  reps: { smoke: 3, full: 7 },
  setup: async (stage) => ({ stage, walked: stage.tree().files }),
  ours: async (state) => {
    const request = { in: state.stage.tree().location, select: { depth: 64, hidden: true }, limit: 0 };
    const walks = Array.from({ length: TIMES_IN_A_ROW }, () => state.stage.bus.call(MACHINE, find, request));
    const p99 = await pingP99(state.stage);
    state.walked = Math.min(...(await Promise.all(walks)).map(({ totals }) => totals.files));
    return p99;
  },
  baseline: ({ stage }) => pingP99(stage),
  check: async ({ stage, walked }) => {
    if (walked !== stage.sizes.tree) throw new Error(`${walked} files were walked where there are ${stage.sizes.tree}`);
  },
};
