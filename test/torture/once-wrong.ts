import type { Pick } from './random-history.js';

/** Histories that were wrong once: every run tries them first, for chance finds such a one in thousands. */

const picksOf = (plans: readonly (readonly (readonly number[])[])[]): Pick[][] =>
  plans.map((picks) => picks.map(([kind, entry, folder, name]) => ({ kind, entry, folder, name }) as Pick));

/** Histories that were wrong once, tried first: chance finds such a one in a thousand. */
export const ONCE_WRONG = picksOf([
  // One entry goes to another disk from a folder that the same plan moves away; its new folder goes to the trash.
  [[18, 89, 0, 0]],
  [
    [13, 0, 111, 0],
    [0, 123, 62, 0],
    [26, 454, 373, 0],
  ],
  [
    [50, 252, 0, 19],
    [44, 0, 44, 0],
    [0, 0, 0, 0],
  ],
  [
    [0, 0, 75, 0],
    [0, 52, 13, 0],
    [30, 131, 0, 0],
  ],
]);

/** A new folder, and the one it is in goes to the trash; the death comes between the two. */
export const FATAL_ABOVE = picksOf([
  [
    [44, 0, 0, 0],
    [3, 0, 0, 0],
  ],
]);

/** A folder is replaced, and more is put below its name; the death comes between the two. */
export const FATAL_BELOW = picksOf([
  [[22, 231, 0, 0]],
  [[26, 256, 0, 0]],
  [
    [26, 2, 0, 19],
    [0, 0, 0, 0],
  ],
  [
    [6, 147, 0, 0],
    [0, 67, 141, 0],
    [0, 0, 0, 0],
  ],
]);

/** A file is written anew and, as it was, goes to another disk; the death comes between the two. */
export const FATAL_IN_TWO_ROLES = picksOf([
  [
    [10, 2, 0, 0],
    [0, 0, 0, 0],
  ],
  [
    [6, 147, 0, 0],
    [0, 67, 69, 0],
    [0, 0, 0, 0],
  ],
]);

/** A folder is numbered for a name that the same plan moves away afterwards; the death comes behind both. */
export const FATAL_NUMBERED = picksOf([
  [
    [0, 0, 41, 0],
    [0, 0, 0, 0],
  ],
  [
    [12, 0, 0, 0],
    [2, 101, 0, 21],
  ],
  [[14, 228, 0, 0]],
  [
    [0, 1, 0, 9],
    [0, 242, 0, 17],
    [0, 0, 0, 0],
  ],
]);

/** The same with files, which go in one group: nothing may be there twice. */
export const FATAL_NUMBERED_FILE = picksOf([
  [[0, 5, 0, 5]],
  [
    [0, 5, 0, 5],
    [0, 8, 0, 2],
  ],
]);

/** A new folder is set aside by what the same plan brings to its name; the death comes behind both. */
export const FATAL_SET_ASIDE = picksOf([
  [
    [4, 0, 0, 3],
    [0, 5, 0, 3],
  ],
]);
