import type { Scenario } from '../scenario.js';
import type { Spot } from '../stage/fixtures.js';
import { expectFiles, look, type Look, lookAtTree } from '../stage/look.js';
import { linesOf, runTool } from '../stage/tools.js';

const NOBODY = { names: ['no-such-name-*'] };

const runFd = async ({ root }: Spot, files: number): Promise<number> => {
  const ran = await runTool('fd', ['-uu', '-j2', '-t', 'f', '.', root]);
  expectFiles(linesOf(ran), files);
  return ran.ms;
};

export const walkNamesScenario: Scenario<Look> = {
  name: 'walk-names',
  words: 'walk: go through all names of the tree (200k, a pattern that none fits) / `fd -uu -j2`',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 1.1, gate: 1.5 },
  reps: { smoke: 5, full: 7 },
  needs: ['fd'],
  known:
    'One thread below open folders against the two of `fd`; the round trip and waking the disk thread weigh on small trees',
  setup: lookAtTree,
  ours: (state) => look(state, NOBODY),
  baseline: ({ spot, stage }) => runFd(spot, stage.sizes.tree),
  check: async ({ totals }) => expectFiles(totals?.files, 0),
};

export const walkMillionScenario: Scenario<Look> = {
  name: 'walk-million',
  words: 'the same in a tree of a million files / `fd -uu -j2`',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 0.7, gate: 1 },
  reps: { smoke: 3, full: 5 },
  needs: ['fd'],
  known: 'One thread below open folders against the two of `fd`',
  setup: async (stage) => ({ stage, spot: await stage.million(), entries: 0 }),
  ours: (state) => look(state, NOBODY),
  baseline: ({ spot, stage }) => runFd(spot, stage.sizes.million),
  check: async ({ totals }) => expectFiles(totals?.files, 0),
};
