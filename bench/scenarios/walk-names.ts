import type { Scenario } from '../scenario.js';
import { expectFiles, look, type Look } from '../stage/look.js';
import { linesOf, runTool } from '../stage/tools.js';

export const walkNamesScenario: Scenario<Look> = {
  name: 'walk-names',
  words: 'go through all names of the tree (200k, a pattern that none fits) / `fd -uu -j2`',
  unit: 'ms',
  score: 'ratio',
  goal: 1.1,
  gate: 1.5,
  reps: { smoke: 3, full: 7 },
  needs: ['fd'],
  setup: async (stage) => ({ stage, tree: stage.tree() }),
  ours: (state) => look(state, { names: ['no-such-name-*'] }),
  baseline: async ({ stage }) => {
    const ran = await runTool('fd', ['-uu', '-j2', '-t', 'f', '.', stage.tree().root]);
    expectFiles(linesOf(ran), stage.sizes.tree);
    return ran.ms;
  },
  check: async ({ totals }) => expectFiles(totals?.files, 0),
};
