import { SERVICE } from '#contracts/subjects';
import { MachineDirectory } from '#nats/machine-directory';
import type { Scenario } from '../scenario.js';
import { timed } from '../stage/carry-out.js';
import { type Fleet, openFleet } from '../stage/fleet.js';

interface Finding {
  readonly fleet: Fleet;
  found: number;
}

const WITHIN_MS = 10_000;

/** The bare question: until as many have answered as there are. */
const askAll = async ({ fleet }: Finding): Promise<void> => {
  let answers = 0;
  const options = { strategy: 'count', maxMessages: fleet.agents, maxWait: WITHIN_MS } as const;
  for await (const answer of await fleet.bus.nc.requestMany(`$SRV.INFO.${SERVICE.agent}`, '', options))
    if (answer.data.length > 0) answers++;
  if (answers !== fleet.agents) throw new Error(`${answers} of ${fleet.agents} agents answered the bare question`);
};

export const discoveryScenario: Scenario<Finding> = {
  name: 'discovery',
  words: 'the directory knows 1,000 agents, checked and complete / bare `$SRV.INFO` until all replied',
  unit: 'ms',
  score: 'ratio',
  goal: 1.3,
  gate: 2,
  reps: { smoke: 3, full: 7 },
  known:
    'The directory waits for 300 ms of quiet before it believes that all have answered: the bare question is told how many there are.',
  setup: async (stage) => ({ fleet: await openFleet(stage.sizes.agents), found: 0 }),
  ours: async (finding) => {
    const directory = new MachineDirectory(finding.fleet.bus);
    const ms = await timed(async () => {
      directory.start();
      finding.found = (await directory.list()).filter(({ online }) => online).length;
    });
    directory.stop();
    return ms;
  },
  baseline: (finding) => timed(() => askAll(finding)),
  check: async ({ fleet, found }) => {
    if (found !== fleet.agents) throw new Error(`${found} of ${fleet.agents} agents are known`);
  },
  close: ({ fleet }) => fleet.close(),
};
