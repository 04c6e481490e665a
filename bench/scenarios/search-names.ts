import type { Scenario } from '../scenario.js';
import { expectFiles, look, type Look } from '../stage/look.js';
import { linesOf, runTool } from '../stage/tools.js';

export const searchNamesScenario: Scenario<Look> = {
  name: 'search-names',
  words: 'files whose name fits (200k), first 1,000 with size and time / `fd -uu -i -g`',
  unit: 'ms',
  score: 'ratio',
  goal: 1.15,
  gate: 1.5,
  reps: { smoke: 3, full: 7 },
  needs: ['fd'],
  setup: async (stage) => ({ stage, tree: stage.tree() }),
  ours: (state) => look(state, { names: ['report-*'], limit: 1000 }),
  baseline: async ({ stage }) => {
    const { root, reports } = stage.tree();
    const ran = await runTool('fd', ['-uu', '-j2', '-t', 'f', '-i', '-g', 'report-*', root]);
    expectFiles(linesOf(ran), reports);
    return ran.ms;
  },
  check: async ({ stage, totals }) => expectFiles(totals?.files, stage.tree().reports),
};
