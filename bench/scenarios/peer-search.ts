import type { Scenario } from '../scenario.js';
import { timed } from '../stage/carry-out.js';
import { expectFiles, look, lookAtAll, lookAtTree, type Look } from '../stage/look.js';
import { type McpServer, startMcp } from '../stage/mcp.js';
import type { Stage } from '../stage/stage.js';

interface Race extends Look {
  readonly mcp: McpServer;
}

const open = async (stage: Stage): Promise<Race> => ({
  ...(await lookAtTree(stage)),
  mcp: await startMcp(stage.tree().root),
});

export const peerSearchScenario: Scenario<Race> = {
  name: 'peer-search',
  words: 'files whose name fits, of 200k, all of them / MCP server-filesystem `search_files`',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 0.05, gate: 0.1 },
  reps: { peer: 2 },
  needs: ['npm'],
  setup: open,
  ours: (state) => lookAtAll(state, { names: ['report-*'] }),
  baseline: async ({ stage, mcp }) => {
    let lines = 0;
    const { root, reports } = stage.tree();
    const ms = await timed(async () => {
      lines = (await mcp.call('search_files', { path: root, pattern: '**/report-*' })).split('\n').length;
    });
    expectFiles(lines, reports);
    return ms;
  },
  check: async ({ stage, entries }) => expectFiles(entries, stage.tree().reports),
  close: ({ mcp }) => mcp.stop(),
};

/** `STDIO_DEFAULT_MAX_BUFFER_SIZE` of the official MCP SDK: a longer line closes the connection. Our reader has no such limit. */
const CLIENTS_GIVE_UP_AT = 10 * 2 ** 20;

export const peerTreeScenario: Scenario<Race> = {
  name: 'peer-tree',
  words:
    'count and measure a tree of 200k / MCP server-filesystem `directory_tree`, whose answer is over 10 MiB: the official client closes the connection there (ours reads on, so that there is a time)',
  unit: 'ms',
  score: 'ratio',
  reps: { peer: 1 },
  needs: ['npm'],
  setup: open,
  ours: (state) => look(state, {}),
  baseline: async ({ stage, mcp }) => {
    let characters = 0;
    const ms = await timed(async () => {
      characters = (await mcp.call('directory_tree', { path: stage.tree().root })).length;
    });
    if (characters < CLIENTS_GIVE_UP_AT) throw new Error(`the answer had only ${characters} characters`);
    return ms;
  },
  check: async ({ stage, totals }) => expectFiles(totals?.files, stage.sizes.tree),
  close: ({ mcp }) => mcp.stop(),
};
