import type { Yes } from '#contracts/plan';

/** The facts of a plan that its commit writes into the journal, besides its exact entries. */
export interface PlanMeta {
  readonly planId: string;
  readonly hash: string;
  readonly machine: string;
  readonly operation: string;
  /** Who said yes: a person, a key, or the policy. */
  readonly by: string;
  /** Missing in what was written before there was an hourly quota. */
  readonly yes?: Yes;
  /** How many entries will come. */
  readonly total: number;
  /** How many bytes they have; missing where `yes` is. */
  readonly bytes?: number;
  readonly from?: string;
  readonly to?: string;
  /** The plan that is undone by it, where it puts back all of that; a part of one it puts back without. */
  readonly undoOf?: string;
}

/** Putting back what was done, all of it or a part, is not one more change: it needs no yes and counts for no quota. */
export const putsBack = ({ operation }: Pick<PlanMeta, 'operation'>): boolean => operation === 'undo';
