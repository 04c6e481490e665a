import type { Profile } from './stage/sizes.js';
import type { Stage } from './stage/stage.js';
import type { Tool } from './stage/tools.js';

/** What a figure is, and how it is got. One file per figure in `scenarios/`. */

export interface Figure {
  readonly name: string;
  /** The row of the table: ours / baseline. */
  readonly words: string;
  readonly unit: 'ms' | 'µs' | 'MB' | 'per second' | 'characters';
  /** `ratio`: median of ours / baseline per pair. `ours`: our figure itself. */
  readonly score: 'ratio' | 'ours';
  readonly better?: 'lower' | 'higher';
  /** Goal and gate; a figure without them is told beside the others and never red. */
  readonly limits?: Limits;
  /** Profiles that are not named here leave the figure out. */
  readonly reps: Readonly<Partial<Record<Profile, number>>>;
  readonly needs?: readonly Tool[];
  /** Where the time goes and what was tried; printed when the goal is missed. */
  readonly known?: string;
}

export interface Limits {
  readonly goal: number;
  readonly gate: number;
  /** `ours`: the gate holds our figure itself, in its unit, though the goal holds the ratio. */
  readonly gateOf?: 'ours';
}

export interface Scenario<State> extends Figure {
  setup(stage: Stage): Promise<State>;
  /** One run; answers its figure in `unit`. */
  ours(state: State): Promise<number>;
  baseline?(state: State): Promise<number>;
  /** After every run of ours, not timed: looks at the disk and throws when the answer was wrong. */
  check(state: State): Promise<void>;
  /** After every pair, not timed: puts things back for the next. */
  reset?(state: State): Promise<void>;
  close?(state: State): Promise<void>;
}

/** How a cost grows with the number of things: one row of a slope table. */
export interface Slope {
  readonly name: string;
  readonly words: string;
  readonly unit: Figure['unit'];
  /** What is counted along the top of its table. */
  readonly of: 'entries' | 'agents';
  /** One run with `size` things, its answer checked; answers its figure in `unit`. */
  measure(stage: Stage, size: number): Promise<number>;
}

export interface Pair {
  readonly ours: number;
  /** Absent where our figure counts by itself. */
  readonly baseline?: number;
}

export type Verdict = 'goal met' | 'goal missed' | 'gate missed' | 'told' | 'failed' | 'left out';

export interface Score {
  /** Median, and the ends of its 90 % interval. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export interface Result {
  readonly name: string;
  readonly words: string;
  readonly unit: string;
  readonly kind: 'ratio' | 'ours';
  readonly limits?: Limits;
  readonly better: 'lower' | 'higher';
  readonly verdict: Verdict;
  /** Why it failed or was left out. */
  readonly reason?: string;
  readonly known?: string;
  readonly noisy: boolean;
  /** The gate was missed in the run that is kept, too, and it is not much worse now. */
  readonly isKnownShort?: boolean;
  readonly pairs: readonly Pair[];
  readonly score?: Score;
  readonly seconds: number;
}

export interface SlopeResult extends Pick<Slope, 'name' | 'words' | 'unit' | 'of'> {
  readonly points: readonly { readonly size: number; readonly value: number }[];
  readonly noisy: boolean;
  /** Why it has no more points. */
  readonly reason?: string;
}

/** One run of a profile, as it is kept. */
export interface Run {
  readonly profile: Profile;
  readonly date: string;
  readonly commit: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly results: readonly Result[];
  readonly slopes: readonly SlopeResult[];
  /** Figures of this profile that the run did not come to. */
  readonly missing: readonly string[];
}
