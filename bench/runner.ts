import type { NoiseGuard } from './noise.js';
import type { Figure, Pair, Result, Scenario, Score, Verdict } from './scenario.js';
import type { Profile } from './stage/sizes.js';
import type { Stage } from './stage/stage.js';
import { toolPath } from './stage/tools.js';
import { medianWithInterval } from './statistics.js';

/** Runs one figure: both sides interleaved, every answer of ours checked, the score held against goal and gate. */

/** On the small trees and few repetitions of smoke, fixed costs weigh more than they should. */
export const SMOKE_LENIENCE = 1.5;

export interface RunOptions {
  readonly stage: Stage;
  readonly profile: Profile;
  readonly noise: NoiseGuard;
}

export const runScenario = async <State>(scenario: Scenario<State>, options: RunOptions): Promise<Result> => {
  const started = performance.now();
  const measured = await measure(scenario, options);
  return { ...headOf(scenario), noisy: false, pairs: [], ...measured, seconds: (performance.now() - started) / 1000 };
};

export const leftOut = (figure: Figure, reason: string): Result => ({
  ...headOf(figure),
  verdict: 'left out',
  reason,
  noisy: false,
  pairs: [],
  seconds: 0,
});

type Measured = Pick<Result, 'verdict'> & Partial<Pick<Result, 'reason' | 'noisy' | 'pairs' | 'score'>>;

const measure = async <State>(scenario: Scenario<State>, options: RunOptions): Promise<Measured> => {
  const missing = (scenario.needs ?? []).filter((tool) => toolPath(tool) === undefined);
  if (missing.length > 0) return { verdict: 'left out', reason: `not on this machine: ${missing.join(', ')}` };
  try {
    const first = await attempt(scenario, options);
    return isWorthASecondTry(scenario, first) ? await attempt(scenario, options) : first;
  } catch (error) {
    return { verdict: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
};

/** A machine that was busy for a moment may cost a gate, but not twice over. */
const HOPELESS = 2;

const isWorthASecondTry = ({ limits, better = 'lower' }: Figure, { verdict, score }: Measured): boolean => {
  if (verdict !== 'gate missed' || score === undefined || limits === undefined) return false;
  if (limits.gateOf === 'ours') return true;
  return better === 'lower' ? score.low <= limits.gate * HOPELESS : score.high >= limits.gate / HOPELESS;
};

/** All repetitions once; a first pair that nobody counts warms both sides. */
const attempt = async <State>(scenario: Scenario<State>, { stage, profile, noise }: RunOptions): Promise<Measured> => {
  const state = await scenario.setup(stage);
  try {
    const wasNoisy = noise.watch();
    const pairs = await runPairs(scenario, state, scenario.reps[profile] ?? 0);
    const score = medianWithInterval(pairs.map((pair) => scoreOf(scenario, pair)));
    return { verdict: judge(scenario, { pairs, score }, profile), noisy: wasNoisy(), pairs, score };
  } finally {
    await scenario.close?.(state);
  }
};

const runPairs = async <State>(scenario: Scenario<State>, state: State, reps: number): Promise<Pair[]> => {
  const pairs: Pair[] = [];
  const warmUps = scenario.score === 'ratio' && reps > 1 ? 1 : 0;
  for (let rep = 0; rep < reps + warmUps; rep++) {
    const ours = await scenario.ours(state);
    await scenario.check(state);
    const baseline = await scenario.baseline?.(state);
    await scenario.reset?.(state);
    if (rep >= warmUps) pairs.push({ ours, ...(baseline !== undefined && { baseline }) });
  }
  return pairs;
};

const scoreOf = ({ score }: Figure, { ours, baseline }: Pair): number =>
  score === 'ratio' ? ours / (baseline ?? Number.NaN) : ours;

/** A gate is missed only when even the better end of the interval lies beyond it. */
const judge = (
  scenario: Figure,
  { pairs, score }: { pairs: readonly Pair[]; score: Score },
  profile: Profile,
): Verdict => {
  const { limits, better = 'lower' } = scenario;
  if (limits === undefined) return 'told';
  const held = limits.gateOf === 'ours' ? medianWithInterval(pairs.map(({ ours }) => ours)) : score;
  const gate = gateIn(scenario, profile);
  if (better === 'lower' ? held.low > gate : held.high < gate) return 'gate missed';
  const isMet = better === 'lower' ? score.median <= limits.goal : score.median >= limits.goal;
  return isMet ? 'goal met' : 'goal missed';
};

const gateIn = ({ limits, score, better = 'lower' }: Figure, profile: Profile): number => {
  const gate = limits?.gate ?? Number.NaN;
  const isLenient = profile === 'smoke' && score === 'ratio' && limits?.gateOf === undefined;
  if (!isLenient) return gate;
  return better === 'lower' ? gate * SMOKE_LENIENCE : gate / SMOKE_LENIENCE;
};

const headOf = ({ name, words, unit, score, limits, better = 'lower', known }: Figure) => ({
  name,
  words,
  unit,
  kind: score,
  better,
  ...(limits !== undefined && { limits }),
  ...(known !== undefined && { known }),
});

/** What the command answers: wrong answers always count; a missed gate counts unless the machine was noisy or it is known. */
export const isRed = ({ verdict, noisy, isKnownShort }: Pick<Result, 'verdict' | 'noisy' | 'isKnownShort'>): boolean =>
  verdict === 'failed' || (verdict === 'gate missed' && !noisy && isKnownShort !== true);
