import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NoiseGuard } from './noise.js';
import { lineOf } from './telling.js';
import { runScenario } from './runner.js';
import { SCENARIOS } from './scenarios.js';
import { openStage } from './stage/stage.js';

/** Where the time goes during one figure: every process of Ordena is watched, and its busiest functions are printed. */

const PROFILER = pathToFileURL(join(import.meta.dirname, 'processes', 'profiler.mjs')).href;
const TOP = 25;
const WAITING = new Set(['(idle)', '(program)', '(root)']);

interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Starts the system anew on the sizes of `full`, runs the figure once, prints, and leaves the profiles for Chromium's tools. */
export const profileFigure = async (name: string | undefined): Promise<void> => {
  const scenario = SCENARIOS.find((each) => each.name === name);
  if (scenario === undefined) throw new Error(`which figure? ${SCENARIOS.map((each) => each.name).join(' ')}`);
  const folder = mkdtempSync(join(tmpdir(), 'ordena-profiles-'));
  const stage = await openStage(scenario.reps.full === undefined ? 'peer' : 'full', {
    env: { NODE_OPTIONS: `--import ${PROFILER}`, ORDENA_BENCH_PROFILES: folder },
  });
  try {
    console.log(lineOf(await runScenario(scenario, { stage, profile: stage.profile, noise: new NoiseGuard() })));
  } finally {
    await stage.close();
  }
  for (const file of readdirSync(folder)) printTop(join(folder, file));
};

const printTop = (file: string): void => {
  const busy = busiest(JSON.parse(readFileSync(file, 'utf8')) as CpuProfile);
  const all = busy.reduce((sum, [, ms]) => sum + ms, 0);
  console.log(`\n${file}: ${all.toFixed(0)} ms busy`);
  for (const [place, ms] of busy.slice(0, TOP))
    console.log(`${((100 * ms) / all).toFixed(1).padStart(6)} %  ${ms.toFixed(0).padStart(6)} ms  ${place}`);
};

/** Milliseconds of each function by itself, the most first. */
const busiest = ({ nodes, samples, timeDeltas }: CpuProfile): [string, number][] => {
  const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]));
  const sums = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const place = places.get(id) ?? '';
    if (WAITING.has(place)) continue;
    sums.set(place, (sums.get(place) ?? 0) + (timeDeltas[at] ?? 0) / 1000);
  }
  return [...sums].sort(([, a], [, b]) => b - a);
};

const placeOf = ({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']): string => {
  if (url === '') return functionName === '' ? '(nameless)' : functionName;
  const short = url.replace(/^.*\/(node_modules|dist)\//, '');
  return `${functionName === '' ? '(nameless)' : functionName} ${short}:${lineNumber + 1}`;
};
