import type { Scenario } from '../scenario.js';
import { expectFiles, look, type Look } from '../stage/look.js';
import { linesOf, runTool } from '../stage/tools.js';

export const walkScenario: Scenario<Look> = {
  name: 'walk',
  words: 'count and measure all files of the tree (200k, walk + stat) / `find -printf "%s %T@\\n"`',
  unit: 'ms',
  score: 'ratio',
  goal: 1.6,
  gate: 2.2,
  reps: { smoke: 3, full: 7 },
  needs: ['find'],
  known: '`lstat` through `/proc/self/fd` 37 %, garbage of bigint stats 15 %, reading folders 10 %',
  setup: async (stage) => ({ stage, tree: stage.tree() }),
  ours: (state) => look(state, {}),
  baseline: async ({ stage }) => {
    const ran = await runTool('find', [stage.tree().root, '-type', 'f', '-printf', '%s %T@\\n']);
    expectFiles(linesOf(ran), stage.sizes.tree);
    return ran.ms;
  },
  check: async ({ stage, totals }) => expectFiles(totals?.files, stage.sizes.tree),
};
