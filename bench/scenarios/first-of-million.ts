import type { Scenario } from '../scenario.js';
import { expectFiles, look, type Look } from '../stage/look.js';

const FIRST = 1000;

export const firstOfMillionScenario: Scenario<Look> = {
  name: 'first-of-million',
  words: 'the first 1,000 of a million hits, with size and time, in the order of the disk, over NATS',
  unit: 'ms',
  score: 'ours',
  limits: { goal: 30, gate: 80 },
  reps: { smoke: 3, full: 5 },
  setup: async (stage) => ({ stage, spot: await stage.million(), entries: 0 }),
  ours: (state) => look(state, { names: ['file-*'] }, { limit: FIRST, sort: 'disk' }),
  check: async ({ entries }) => expectFiles(entries, FIRST),
};
