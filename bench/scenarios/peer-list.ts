import { okResult } from '../../apps/planner/src/tools/compact.js';
import { find } from '#contracts/operations/find';
import { places } from '#contracts/operations/places';
import type { Scenario } from '../scenario.js';
import { startBundledAgent, stopAgent } from '../stage/bundled-agent.js';
import { timed } from '../stage/carry-out.js';
import { listAll, type Listing, openListing } from '../stage/listing.js';
import { expectFiles } from '../stage/look.js';
import { type McpServer, startMcp } from '../stage/mcp.js';
import { idleMegabytes, growthDuring } from '../stage/memory.js';
import { LONE_MACHINE, MACHINE, type Stage } from '../stage/stage.js';

interface Race extends Listing {
  readonly mcp: McpServer;
  text: string;
}

const open = async (stage: Stage): Promise<Race> => {
  const listing = await openListing(stage);
  return { ...listing, mcp: await startMcp(listing.root), text: '' };
};

const close = async ({ mcp, gateway }: Race): Promise<void> => {
  gateway.close();
  await mcp.stop();
};

const theirList = ({ mcp, root }: Race): Promise<string> => mcp.call('list_directory_with_sizes', { path: root });

export const peerListScenario: Scenario<Race> = {
  name: 'peer-list',
  words: 'list a folder of 100k with sizes, all of it / MCP server-filesystem `list_directory_with_sizes`',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 0.5, gate: 1 },
  reps: { peer: 3 },
  needs: ['npm'],
  setup: open,
  ours: (race) => timed(() => listAll(race)),
  baseline: (race) => timed(() => theirList(race)),
  check: async ({ seen, stage }) => expectFiles(seen.size, stage.sizes.flat),
  close,
};

export const peerShownScenario: Scenario<Race> = {
  name: 'peer-shown',
  words: 'what the model is given of that folder / what MCP server-filesystem gives it',
  unit: 'characters',
  score: 'ratio',
  limits: { goal: 0.005, gate: 0.01 },
  reps: { peer: 1 },
  needs: ['npm'],
  setup: open,
  ours: async (race) => {
    race.text = okResult(await race.stage.bus.call(MACHINE, find, { in: race.location, limit: 1000 }));
    return race.text.length;
  },
  baseline: async (race) => (await theirList(race)).length,
  check: async ({ stage, text }) =>
    expectFiles((JSON.parse(text) as { totals: { files: number } }).totals.files, stage.sizes.flat),
  close,
};

/** Our agent is what would run in the place of theirs: the gateway and the planner are not on people's PCs. */
export const peerMemoryScenario: Scenario<Race> = {
  name: 'peer-memory',
  words: 'what the agent grows by while that folder is listed / MCP server-filesystem (peak over idle)',
  unit: 'MB',
  score: 'ratio',
  reps: { peer: 2 },
  needs: ['npm'],
  setup: open,
  ours: (race) => growthDuring(race.stage.system.children.get(`agent-${MACHINE}`)?.pid ?? 0, () => listAll(race)),
  baseline: (race) => growthDuring(race.mcp.pid, async () => void (await theirList(race))),
  check: async ({ seen, stage }) => expectFiles(seen.size, stage.sizes.flat),
  close,
};

export const peerIdleScenario: Scenario<Race> = {
  name: 'peer-idle',
  words: 'memory of the idle agent (the bundle) / idle MCP server-filesystem',
  unit: 'MB',
  score: 'ratio',
  reps: { peer: 1 },
  needs: ['npm'],
  setup: open,
  ours: async ({ stage }) => {
    await stopAgent(stage, LONE_MACHINE);
    return idleMegabytes((await startBundledAgent(stage, LONE_MACHINE)).pid);
  },
  baseline: ({ mcp }) => idleMegabytes(mcp.pid),
  check: async ({ stage }) => void (await stage.bus.call(LONE_MACHINE, places, {})),
  close,
};
