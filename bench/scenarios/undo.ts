import { move } from '#contracts/operations/move';
import { undo } from '#contracts/operations/undo';
import type { Scenario } from '../scenario.js';
import { carryOut, timedCarryOut } from '../stage/carry-out.js';
import { expectEntries, type Folders, makeFolders, moveWithMv } from '../stage/folders.js';

interface Moved extends Folders {
  planId: string;
}

const moveOurs = async ({ stage, ours }: Folders): Promise<string> =>
  (await carryOut(stage.bus, move, { from: ours.from.location, select: {}, to: ours.to.location })).planId;

export const undoScenario: Scenario<Moved> = {
  name: 'undo',
  words: 'undo of that move, entry by entry, each looked at first / `mv` back',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 3, gate: 5 },
  reps: { smoke: 3, full: 7 },
  needs: ['mv', 'find'],
  known:
    'The same three changes the other way round, each compared with what the journal says was left there; its plan keeps folders open. See move',
  setup: async (stage) => {
    const folders = makeFolders(stage, stage.sizes.moves);
    await moveWithMv(folders.theirs.from.path, folders.theirs.to.path);
    return { ...folders, planId: await moveOurs(folders) };
  },
  ours: ({ stage, planId }) => timedCarryOut(stage.bus, undo, { planId }),
  baseline: ({ theirs }) => moveWithMv(theirs.to.path, theirs.from.path),
  check: async ({ ours, files }) => {
    expectEntries(ours.from.path, files);
    expectEntries(ours.to.path, 0);
  },
  reset: async (moved) => {
    moved.planId = await moveOurs(moved);
    await moveWithMv(moved.theirs.from.path, moved.theirs.to.path);
  },
};
