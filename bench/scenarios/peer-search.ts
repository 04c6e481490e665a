import type { Scenario } from '../scenario.js';
import { timed } from '../stage/carry-out.js';
import { expectFiles, look, type Look } from '../stage/look.js';
import { type McpServer, startMcp } from '../stage/mcp.js';

interface Race extends Look {
  readonly mcp: McpServer;
}

export const peerSearchScenario: Scenario<Race> = {
  name: 'peer-search',
  words: 'files whose name fits, of 200k / MCP server-filesystem `search_files`',
  unit: 'ms',
  score: 'ratio',
  goal: 0.05,
  gate: 0.1,
  reps: { peer: 2 },
  needs: ['npm'],
  setup: async (stage) => ({ stage, mcp: await startMcp(stage.tree().root) }),
  ours: (state) => look(state, { names: ['report-*'], limit: 1000 }),
  baseline: async ({ stage, mcp }) => {
    let lines = 0;
    const { root, reports } = stage.tree();
    const ms = await timed(async () => {
      lines = (await mcp.call('search_files', { path: root, pattern: '**/report-*' })).split('\n').length;
    });
    expectFiles(lines, reports);
    return ms;
  },
  check: async ({ stage, totals }) => expectFiles(totals?.files, stage.tree().reports),
  close: ({ mcp }) => mcp.stop(),
};
