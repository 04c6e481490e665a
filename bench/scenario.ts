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
  readonly goal: number;
  readonly gate: number;
  /** Profiles that are not named here leave the figure out. */
  readonly reps: Readonly<Partial<Record<Profile, number>>>;
  readonly needs?: readonly Tool[];
  /** Where the time goes and what was tried; printed when the goal is missed. */
  readonly known?: string;
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

export interface Pair {
  readonly ours: number;
  /** Absent where our figure counts by itself. */
  readonly baseline?: number;
}

export type Verdict = 'goal met' | 'goal missed' | 'gate missed' | 'failed' | 'left out';

export interface Result {
  readonly name: string;
  readonly words: string;
  readonly unit: string;
  readonly kind: 'ratio' | 'ours';
  readonly goal: number;
  readonly gate: number;
  readonly better: 'lower' | 'higher';
  readonly verdict: Verdict;
  /** Why it failed or was left out. */
  readonly reason?: string;
  readonly known?: string;
  readonly noisy: boolean;
  readonly pairs: readonly Pair[];
  /** Median, and the ends of its 90 % interval. */
  readonly score?: { readonly median: number; readonly low: number; readonly high: number };
  readonly seconds: number;
}

/** One run of a profile, as it is kept. */
export interface Run {
  readonly profile: Profile;
  readonly date: string;
  readonly commit: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly results: readonly Result[];
  /** Figures of this profile that the run did not come to. */
  readonly missing: readonly string[];
}
