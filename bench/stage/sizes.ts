/** How much is measured: enough in `smoke` to notice a loss, what the figures say in `full`. */

export type Profile = 'smoke' | 'full' | 'peer';

export interface Sizes {
  readonly tree: number;
  /** Empty files, for what must hold with a million. */
  readonly million: number;
  readonly flat: number;
  readonly moves: number;
  readonly manyMoves: number;
  readonly agents: number;
  readonly copyBytes: number;
  /** Requests per block of a latency figure. */
  readonly calls: number;
  readonly slopes: Readonly<Record<'entries' | 'agents', readonly number[]>>;
}

const NO_SLOPES = { entries: [], agents: [] };

export const SIZES: Readonly<Record<Profile, Sizes>> = {
  smoke: {
    tree: 20_000,
    million: 50_000,
    flat: 10_000,
    moves: 2_000,
    manyMoves: 10_000,
    agents: 300,
    copyBytes: 2 ** 28,
    calls: 300,
    slopes: NO_SLOPES,
  },
  full: {
    tree: 200_000,
    million: 1_000_000,
    flat: 100_000,
    moves: 10_000,
    manyMoves: 100_000,
    agents: 5_000,
    copyBytes: 2 ** 31,
    calls: 600,
    slopes: { entries: [1_000, 10_000, 100_000], agents: [1, 100, 5_000] },
  },
  peer: {
    tree: 200_000,
    million: 1_000,
    flat: 100_000,
    moves: 10_000,
    manyMoves: 10_000,
    agents: 100,
    copyBytes: 2 ** 28,
    calls: 300,
    slopes: NO_SLOPES,
  },
};
