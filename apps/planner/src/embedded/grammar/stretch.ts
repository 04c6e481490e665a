import type { Indexed } from '../text/spaced.js';

/** A part of a sentence, by where it begins and ends. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where a group of a match stands; undefined where it took no part, or is empty. */
export const stretchOf = ({ groups, indices }: Indexed, group: string): Stretch | undefined => {
  const [from, to] = groups?.[group] === undefined ? [0, 0] : indices.groups[group]!;
  return to > from ? { from, to } : undefined;
};
