import { trash } from '#contracts/operations/trash';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { undo } from '#contracts/operations/undo';
import type { Scenario } from '../scenario.js';
import { carryOut, timed } from '../stage/carry-out.js';
import { expectEntries, type Folders, makeFolders } from '../stage/folders.js';
import { runTool, toolPath, run } from '../stage/tools.js';
import { makeFlat } from '../stage/tree.js';

interface Trashing extends Folders {
  planId: string;
}

/** `trash-put` throws away into the trash of whatever home it is told. */
const trashPut = async ({ theirs }: Folders): Promise<number> => {
  const command = 'find "$1" -mindepth 1 -print0 | xargs -0 "$2"';
  const env = { ...process.env, XDG_DATA_HOME: join(theirs.to.path, 'data') };
  return (await run('sh', ['-c', command, 'sh', theirs.from.path, toolPath('trash-put') ?? ''], env)).ms;
};

export const trashScenario: Scenario<Trashing> = {
  name: 'trash',
  words: 'put 10,000 files into the trash, planned, journaled, folders synced / `trash-put`',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 0.25, gate: 0.4 },
  reps: { smoke: 1, full: 2 },
  needs: ['trash-put', 'find'],
  known:
    'Each thing gets a `.trashinfo` twin, made exclusively and before it comes, and goes into its slot in one rename since the twin makes the name ours (it was three changes). The twin and the journal are what is left',
  setup: async (stage) => ({ ...makeFolders(stage, stage.sizes.moves), planId: '' }),
  ours: (state) =>
    timed(async () => {
      const request = { from: state.ours.from.location, select: {} };
      state.planId = (await carryOut(state.stage.bus, trash, request)).planId;
    }),
  baseline: (state) => trashPut(state),
  check: async ({ ours }) => expectEntries(ours.from.path, 0),
  reset: async ({ stage, ours, theirs, planId, files }) => {
    await carryOut(stage.bus, undo, { planId });
    expectEntries(ours.from.path, files);
    if (readdirSync(theirs.from.path).length > 0) throw new Error('trash-put left something behind');
    await runTool('find', [join(theirs.to.path, 'data'), '-delete']);
    makeFlat(theirs.from.path, files);
  },
};
