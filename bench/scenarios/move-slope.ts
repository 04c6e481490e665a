import { move } from '#contracts/operations/move';
import type { Scenario } from '../scenario.js';
import { timedCarryOut } from '../stage/carry-out.js';
import { expectEntries, type Folders, makeFolders, moveWithMv } from '../stage/folders.js';

interface Slope {
  readonly few: Folders;
  readonly many: Folders;
}

const MICROSECONDS = 1000;

/** Microseconds per file. */
const moveAll = async ({ stage, ours, files }: Folders): Promise<number> =>
  ((await timedCarryOut(stage.bus, move, { from: ours.from.location, select: {}, to: ours.to.location })) / files) *
  MICROSECONDS;

export const moveSlopeScenario: Scenario<Slope> = {
  name: 'move-slope',
  words: 'time per file when ten times as many are moved (100,000 / 10,000): does it grow?',
  unit: 'µs',
  score: 'ratio',
  limits: { goal: 1.15, gate: 1.5 },
  reps: { smoke: 2, full: 2 },
  needs: ['mv', 'find'],
  setup: async (stage) => ({
    few: makeFolders(stage, stage.sizes.moves),
    many: makeFolders(stage, stage.sizes.manyMoves),
  }),
  ours: ({ many }) => moveAll(many),
  baseline: ({ few }) => moveAll(few),
  check: async ({ many }) => {
    expectEntries(many.ours.to.path, many.files);
    expectEntries(many.ours.from.path, 0);
  },
  reset: async ({ few, many }) => {
    for (const { ours } of [few, many]) await moveWithMv(ours.to.path, ours.from.path);
  },
};
