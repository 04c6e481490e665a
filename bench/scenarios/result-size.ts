import { find } from '#contracts/operations/find';
import { okResult } from '../../apps/planner/src/tools/compact.js';
import type { Scenario } from '../scenario.js';
import { MACHINE, type Stage } from '../stage/stage.js';

interface Shown {
  readonly stage: Stage;
  readonly location: string;
  text: string;
}

const MOST = 1000;

export const resultSizeScenario: Scenario<Shown> = {
  name: 'result-size',
  words: 'what the model sees of a folder of 100k when it asks for as much as it may',
  unit: 'characters',
  score: 'ours',
  limits: { goal: 8192, gate: 16_384 },
  reps: { smoke: 1, full: 1 },
  setup: async (stage) => {
    return { stage, location: stage.flat().location, text: '' };
  },
  ours: async (state) => {
    state.text = okResult(await state.stage.bus.call(MACHINE, find, { in: state.location, limit: MOST }));
    return state.text.length;
  },
  check: async ({ stage, text }) => {
    const { totals } = JSON.parse(text) as { totals: { files: number } };
    if (totals.files !== stage.sizes.flat) throw new Error(`${totals.files} of ${stage.sizes.flat} files are told`);
  },
};
