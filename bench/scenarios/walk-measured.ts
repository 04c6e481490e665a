import type { Scenario } from '../scenario.js';
import { expectFiles, look, type Look, lookAtTree } from '../stage/look.js';
import { linesOf, runTool } from '../stage/tools.js';

/** Beside the walk over names: what counting and measuring costs. */
export const walkMeasuredScenario: Scenario<Look> = {
  name: 'walk-measured',
  words: 'count and measure all files of the tree (200k, walk + stat) / `find -printf "%s %T@\\n"`',
  unit: 'ms',
  score: 'ratio',
  reps: { full: 5 },
  needs: ['find'],
  setup: lookAtTree,
  ours: (state) => look(state, {}),
  baseline: async ({ stage }) => {
    const ran = await runTool('find', [stage.tree().root, '-type', 'f', '-printf', '%s %T@\\n']);
    expectFiles(linesOf(ran), stage.sizes.tree);
    return ran.ms;
  },
  check: async ({ stage, totals }) => expectFiles(totals?.files, stage.sizes.tree),
};
