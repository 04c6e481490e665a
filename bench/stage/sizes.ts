/** How much is measured: enough in `smoke` to notice a loss, what the figures say in `full`. */

export type Profile = 'smoke' | 'full' | 'peer';

export interface Sizes {
  readonly tree: number;
  readonly flat: number;
  readonly moves: number;
  readonly manyMoves: number;
  readonly agents: number;
  readonly copyBytes: number;
  /** Requests per block of a latency figure. */
  readonly calls: number;
}

export const SIZES: Readonly<Record<Profile, Sizes>> = {
  smoke: { tree: 20_000, flat: 10_000, moves: 2_000, manyMoves: 10_000, agents: 100, copyBytes: 2 ** 28, calls: 300 },
  full: {
    tree: 200_000,
    flat: 100_000,
    moves: 10_000,
    manyMoves: 100_000,
    agents: 1_000,
    copyBytes: 2 ** 31,
    calls: 600,
  },
  peer: { tree: 200_000, flat: 100_000, moves: 10_000, manyMoves: 10_000, agents: 100, copyBytes: 2 ** 28, calls: 300 },
};
