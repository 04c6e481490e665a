import type { Scenario } from '../scenario.js';
import { expectFiles, type Look, lookAtAll, lookAtTree } from '../stage/look.js';
import { NEEDLE } from '../stage/tree.js';
import { linesOf, runTool } from '../stage/tools.js';

export const searchTextScenario: Scenario<Look> = {
  name: 'search-text',
  words: 'files that hold a word (200k), all of them, with size and time, over NATS / `rg -uu -i -l -F`',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 1.1, gate: 1.3 },
  reps: { smoke: 3, full: 5 },
  needs: ['rg'],
  known:
    'Our own reader, by decision (docs/decisions/0014), in two threads from 500 files on: it reads below open folders, so nobody can lead it out of a place, and finds UTF-16 and accents. On many small files opening, looking, reading and closing each from JavaScript takes twice the processor time of `rg`',
  setup: lookAtTree,
  ours: (state) => lookAtAll(state, { text: NEEDLE }),
  baseline: async ({ stage }) => {
    const { root, needles } = stage.tree();
    const ran = await runTool('rg', ['-uu', '-i', '-l', '-F', NEEDLE, root]);
    expectFiles(linesOf(ran), needles);
    return ran.ms;
  },
  check: async ({ stage, entries }) => expectFiles(entries, stage.tree().needles),
};

export const searchNamesScenario: Scenario<Look> = {
  name: 'search-names',
  words: 'files whose name fits (200k), all of them, with size and time, over NATS / `fd -uu -i -g`',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 1.15, gate: 1.5 },
  reps: { smoke: 3, full: 7 },
  needs: ['fd'],
  known: 'See walk-names; beside the walk, sizes of what is shown and a page for each thousand',
  setup: lookAtTree,
  ours: (state) => lookAtAll(state, { names: ['report-*'] }),
  baseline: async ({ stage }) => {
    const { root, reports } = stage.tree();
    const ran = await runTool('fd', ['-uu', '-j2', '-t', 'f', '-i', '-g', 'report-*', root]);
    expectFiles(linesOf(ran), reports);
    return ran.ms;
  },
  check: async ({ stage, entries }) => expectFiles(entries, stage.tree().reports),
};
