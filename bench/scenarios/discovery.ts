import { setTimeout as sleep } from 'node:timers/promises';
import { MachineDirectory } from '#nats/machine-directory';
import type { Scenario } from '../scenario.js';
import { timed } from '../stage/carry-out.js';
import { type Fleet, fleetOf, pingAll } from '../stage/fleet.js';
import type { Stage } from '../stage/stage.js';

interface Finding {
  readonly fleet: Fleet;
  found: number;
}

const open = async ({ sizes }: Stage): Promise<Finding> => ({ fleet: await fleetOf(sizes.agents), found: 0 });

const expectAll = ({ fleet, found }: Finding): void => {
  if (found !== fleet.agents) throw new Error(`${found} of ${fleet.agents} agents are known`);
};

/** A directory that starts from nothing, until it knows them all. */
export const discover = async (finding: Finding): Promise<number> => {
  const directory = new MachineDirectory(finding.fleet.bus);
  const ms = await timed(async () => {
    directory.start();
    finding.found = (await directory.list()).filter(({ online }) => online).length;
  });
  directory.stop();
  return ms;
};

export const discoveryScenario: Scenario<Finding> = {
  name: 'discovery',
  words: '5,000 agents discovered, checked and complete / bare `$SRV.PING` until all replied',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 1.3, gate: 2 },
  reps: { smoke: 5, full: 7 },
  known:
    'The directory asks the same question, which tells all it needs. It cannot know how many there are, so it lists what has answered when 60 ms pass without another answer; the bare question is told the number. With few agents those 60 ms are most of it, and they stay: a PC that a busy moment holds up that long would be missing in the first list',
  setup: open,
  ours: discover,
  baseline: async ({ fleet }) =>
    timed(async () => {
      const answers = await pingAll(fleet);
      if (answers !== fleet.agents) throw new Error(`${answers} of ${fleet.agents} answered the bare question`);
    }),
  check: async (finding) => expectAll(finding),
};

const ASKED_AGAIN_MS = 100;
const PATIENCE_MS = 60_000;

/** Asks until all answer; an answer that takes longer than half a second is asked for again. */
const untilAllAnswer = async ({ fleet }: Finding): Promise<number> => {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const answers = await pingAll(fleet, 500).catch(() => 0);
    if (answers === fleet.agents) return answers;
    await sleep(ASKED_AGAIN_MS);
  }
  return 0;
};

export const fleetReturnScenario: Scenario<Finding> = {
  name: 'fleet-return',
  words: 'nats-server killed (`kill -9`) and started again: until all 5,000 agents answer',
  unit: 'ms',
  score: 'ours',
  limits: { goal: 3000, gate: 6000 },
  reps: { smoke: 2, full: 3 },
  setup: open,
  ours: async (finding) =>
    timed(async () => {
      await finding.fleet.restartServer();
      finding.found = await untilAllAnswer(finding);
    }),
  check: async (finding) => expectAll(finding),
};
