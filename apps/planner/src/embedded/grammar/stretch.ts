/** A part of a sentence, by where it begins and ends. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}
