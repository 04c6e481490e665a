import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { move } from '#contracts/operations/move';
import type { Scenario } from '../scenario.js';
import { timed, timedCarryOut } from '../stage/carry-out.js';
import { expectEntries, type Folders, makeFolders, moveWithMv } from '../stage/folders.js';
import { type McpServer, startMcp } from '../stage/mcp.js';

interface Race extends Folders {
  readonly mcp: McpServer;
}

const moveWithMcp = ({ mcp, theirs }: Race): Promise<number> =>
  timed(async () => {
    for (const name of readdirSync(theirs.from.path)) {
      const [source, destination] = [join(theirs.from.path, name), join(theirs.to.path, name)];
      await mcp.call('move_file', { source, destination });
    }
  });

export const peerMoveScenario: Scenario<Race> = {
  name: 'peer-move',
  words: 'move 10,000 files, plan and commit / MCP server-filesystem, one `move_file` each',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 0.01, gate: 0.02 },
  reps: { peer: 1 },
  needs: ['npm', 'mv', 'find'],
  setup: async (stage) => {
    const folders = makeFolders(stage, stage.sizes.moves);
    return { ...folders, mcp: await startMcp(join(folders.theirs.from.path, '..')) };
  },
  ours: ({ stage, ours }) =>
    timedCarryOut(stage.bus, move, { from: ours.from.location, select: {}, to: ours.to.location }),
  baseline: moveWithMcp,
  check: async ({ ours, files }) => expectEntries(ours.to.path, files),
  reset: async ({ ours, theirs, files }) => {
    expectEntries(theirs.to.path, files);
    await moveWithMv(ours.to.path, ours.from.path);
    await moveWithMv(theirs.to.path, theirs.from.path);
  },
  close: ({ mcp }) => mcp.stop(),
};
