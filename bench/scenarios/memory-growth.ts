import { find } from '#contracts/operations/find';
import { places } from '#contracts/operations/places';
import type { Scenario } from '../scenario.js';
import { startBundledAgent, stopAgent } from '../stage/bundled-agent.js';
import { type Listing, listAll, openListing } from '../stage/listing.js';
import { expectFiles } from '../stage/look.js';
import { growthDuring } from '../stage/memory.js';
import { MACHINE, type Stage } from '../stage/stage.js';

interface Walk {
  readonly stage: Stage;
  readonly location: string;
  files: number;
}

const GRACE_MS = 10_000;

const startAnew = async (stage: Stage): Promise<number> => {
  await stopAgent(stage, MACHINE);
  const { pid } = await startBundledAgent(stage, MACHINE);
  await stage.bus.call(MACHINE, places, {}); // the disk thread is there from the first question on
  return pid;
};

export const walkMemoryScenario: Scenario<Walk> = {
  name: 'walk-memory',
  words: 'what the agent (the bundle) grows by while it counts and measures a million files: peak over idle',
  unit: 'MB',
  score: 'ours',
  limits: { goal: 20, gate: 40 },
  reps: { smoke: 2, full: 3 },
  setup: async (stage) => ({ stage, location: (await stage.million()).location, files: 0 }),
  ours: async (state) => {
    const pid = await startAnew(state.stage);
    return growthDuring(pid, async () => {
      const request = { in: state.location, select: { depth: 64, hidden: true }, limit: 0 };
      state.files = (await state.stage.bus.call(MACHINE, find, request)).totals.files;
    });
  },
  check: async ({ stage, files }) => expectFiles(files, stage.sizes.million),
  close: async ({ stage }) => {
    await stopAgent(stage, MACHINE);
    await stage.system.restart(`agent-${MACHINE}`);
  },
};

/** A fresh gateway: what it once grew by may not come back down. */
export const listMemoryScenario: Scenario<Listing> = {
  name: 'list-memory',
  words: 'what the gateway grows by while 100k entries go through it: peak over idle',
  unit: 'MB',
  score: 'ours',
  limits: { goal: 48, gate: 80 },
  reps: { smoke: 1, full: 3 },
  setup: openListing,
  ours: async (listing) => {
    const { system } = listing.stage;
    await system.children.get('gateway')?.stop(GRACE_MS);
    await system.restart('gateway');
    return growthDuring(system.children.get('gateway')?.pid ?? 0, () => listAll(listing));
  },
  check: async ({ seen, stage }) => expectFiles(seen.size, stage.sizes.flat),
  close: async (listing) => listing.close(),
};
