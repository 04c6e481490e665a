import type { Scenario } from '../scenario.js';
import { expectFiles, look, type Look } from '../stage/look.js';
import { NEEDLE } from '../stage/tree.js';
import { linesOf, runTool } from '../stage/tools.js';

export const searchTextScenario: Scenario<Look> = {
  name: 'search-text',
  words: 'files that hold a word (200k), first 1,000 with size and time, over NATS / `rg -uu -i -l -F`',
  unit: 'ms',
  score: 'ratio',
  goal: 1.1,
  gate: 1.3,
  reps: { smoke: 3, full: 5 },
  needs: ['rg'],
  known:
    'One thread; per file open + fstat + read + close is a third, finding out the encoding 15 %, `lstat` 10 %. `rg` walks paths that can be swapped meanwhile, on two threads',
  setup: async (stage) => ({ stage, tree: stage.tree() }),
  ours: (state) => look(state, { text: NEEDLE, limit: 1000 }),
  baseline: async ({ stage }) => {
    const { root, needles } = stage.tree();
    const ran = await runTool('rg', ['-uu', '-i', '-l', '-F', NEEDLE, root]);
    expectFiles(linesOf(ran), needles);
    return ran.ms;
  },
  check: async ({ stage, totals }) => expectFiles(totals?.files, stage.tree().needles),
};
