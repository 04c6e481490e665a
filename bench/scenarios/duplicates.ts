import { duplicates } from '#contracts/operations/duplicates';
import type { Scenario } from '../scenario.js';
import { timed } from '../stage/carry-out.js';
import { MACHINE, type Stage } from '../stage/stage.js';
import { runTool } from '../stage/tools.js';

interface Twins {
  readonly stage: Stage;
  ours?: Count;
  theirs?: Count;
}

interface Count {
  readonly sets: number;
  readonly files: number;
}

/** jdupes prints one path a line, and an empty line after each set. */
const countSets = (output: Buffer): Count => {
  const sets = output
    .toString()
    .split('\n\n')
    .filter((set) => set.trim() !== '');
  return { sets: sets.length, files: sets.reduce((sum, set) => sum + set.split('\n').length - 1, 0) };
};

export const duplicatesScenario: Scenario<Twins> = {
  name: 'duplicates',
  words: 'files of one content in the tree (200k), over NATS / `jdupes -r`, same sets',
  unit: 'ms',
  score: 'ratio',
  limits: { goal: 0.7, gate: 1 },
  reps: { smoke: 2, full: 5 },
  needs: ['jdupes'],
  known:
    'One walk, files are read in it by two threads as soon as a second of their size is met; a size, a hash (sha256) and an open, look, read and close for each. The processor time is half as much again as that of `jdupes`, which uses one thread',
  setup: async (stage) => {
    const { root } = stage.tree();
    return { stage, theirs: countSets((await runTool('jdupes', ['-r', '-q', root])).output) };
  },
  ours: (twins) =>
    timed(async () => {
      const { stage } = twins;
      twins.ours = (await stage.bus.call(MACHINE, duplicates, { in: stage.tree().location, limit: 500 })).totals;
    }),
  baseline: async ({ stage }) => (await runTool('jdupes', ['-r', '-q', stage.tree().root])).ms,
  check: async ({ ours, theirs }) => {
    const same = ours?.sets === theirs?.sets && ours?.files === theirs?.files;
    if (!same)
      throw new Error(`${ours?.sets} sets, ${ours?.files} copies; jdupes found ${theirs?.sets}, ${theirs?.files}`);
  },
};
