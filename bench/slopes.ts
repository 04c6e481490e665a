import type { NoiseGuard } from './noise.js';
import type { Slope, SlopeResult } from './scenario.js';
import type { Sizes } from './stage/sizes.js';
import type { Stage } from './stage/stage.js';
import { AGENT_SLOPES } from './slopes/agents.js';
import { ENTRY_SLOPES } from './slopes/entries.js';
import { median } from './statistics.js';

/** How costs grow: each row measured at each size, three times; the middle one counts. */

const RUNS = 3;
/** Above this one run says enough. */
const LARGE = 50_000;

export const measureSlopes = async (stage: Stage, noise: NoiseGuard): Promise<SlopeResult[]> => [
  ...(await measureTable(ENTRY_SLOPES, stage, noise)),
  ...(await measureTable(AGENT_SLOPES, stage, noise)),
];

/** Size by size, not row by row, and the most first: a fleet of agents is started once for all rows, or is still there. */
const measureTable = async (slopes: readonly Slope[], stage: Stage, noise: NoiseGuard): Promise<SlopeResult[]> => {
  const sizes = sizesFor(slopes, stage.sizes);
  const results = sizes.length === 0 ? [] : slopes.map((slope) => begin(slope));
  for (const size of sizes.toReversed())
    for (const [at, slope] of slopes.entries()) {
      const result = results[at];
      if (result !== undefined) await addPoint({ slope, result, size }, stage, noise);
    }
  return results;
};

interface Growing extends SlopeResult {
  points: { size: number; value: number }[];
  noisy: boolean;
  reason?: string;
}

const begin = ({ name, words, unit, of }: Slope): Growing => ({ name, words, unit, of, points: [], noisy: false });

const sizesFor = ([first]: readonly Slope[], sizes: Sizes): readonly number[] =>
  first === undefined ? [] : sizes.slopes[first.of];

const addPoint = async (
  { slope, result, size }: { slope: Slope; result: Growing; size: number },
  stage: Stage,
  noise: NoiseGuard,
): Promise<void> => {
  const wasNoisy = noise.watch();
  try {
    const values: number[] = [];
    for (let run = 0; run < (size > LARGE ? 1 : RUNS); run++) values.push(await slope.measure(stage, size));
    result.points.unshift({ size, value: median(values) });
  } catch (error) {
    result.reason = `at ${size}: ${error instanceof Error ? error.message : String(error)}`;
  }
  result.noisy ||= wasNoisy();
};
