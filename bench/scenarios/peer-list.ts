import { find } from '#contracts/operations/find';
import { okResult } from '../../apps/planner/src/tools/compact.js';
import type { Scenario } from '../scenario.js';
import { type McpServer, startMcp } from '../stage/mcp.js';
import { MACHINE, type Stage } from '../stage/stage.js';
import { makeFlat } from '../stage/tree.js';

interface Race {
  readonly stage: Stage;
  readonly path: string;
  readonly location: string;
  readonly mcp: McpServer;
  text: string;
}

export const peerListScenario: Scenario<Race> = {
  name: 'peer-list',
  words: 'what the model is given of a folder of 100k / MCP server-filesystem `list_directory_with_sizes`',
  unit: 'characters',
  score: 'ratio',
  goal: 0.005,
  gate: 0.01,
  reps: { peer: 1 },
  needs: ['npm'],
  setup: async (stage) => {
    const { path, location } = stage.folder('flat');
    makeFlat(path, stage.sizes.flat);
    return { stage, path, location, mcp: await startMcp(path), text: '' };
  },
  ours: async (race) => {
    race.text = okResult(await race.stage.bus.call(MACHINE, find, { in: race.location, limit: 1000 }));
    return race.text.length;
  },
  baseline: async ({ mcp, path }) => (await mcp.call('list_directory_with_sizes', { path })).length,
  check: async ({ stage, text }) => {
    const { totals } = JSON.parse(text) as { totals: { files: number } };
    if (totals.files !== stage.sizes.flat) throw new Error(`${totals.files} of ${stage.sizes.flat} files are told`);
  },
  close: ({ mcp }) => mcp.stop(),
};
