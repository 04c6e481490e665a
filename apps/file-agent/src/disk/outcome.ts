import type { ErrorCode } from '#contracts/errors';
import type { Identity, PlannedOp, TrashSlot } from './planned-op.js';

/** Something put into the trash on the way, and what it was. */
export interface Trashed extends TrashSlot {
  readonly id: Identity;
  readonly kind: PlannedOp['kind'];
}

/** What became of one entry; everything an undo needs beyond the entry itself. Kept in the journal. */
export interface Outcome {
  readonly result: 'done' | 'skipped' | 'stale' | 'failed' | 'not-started';
  readonly code?: ErrorCode;
  /** The name it really got, where it is not the planned one. */
  readonly leaf?: string;
  /** What is at the target now, where it is not the entry itself but made new. */
  readonly made?: Identity;
  /** What stood in the way and went to the trash. */
  readonly aside?: Trashed;
  /** The source of a move between disks, in the trash of its own disk. */
  readonly source?: Trashed;
  /** Permission bits of a folder that was removed. */
  readonly mode?: number;
}

/** One entry on its way through a commit. */
export interface Job {
  readonly planId: string;
  readonly op: PlannedOp;
  /** Identity of what was built for it in the stage; durable in the journal before it is published. */
  made?: Identity;
  outcome?: Outcome;
  /** From here on its own names tell what became of it; before, what lies at its target is not its doing. */
  isTaken?: true;
  /** A failure broke it off and recovery brought it to its end: no later pass has anything to do for it. */
  isEnded?: true;
}

/** Private names in the stage: the piece itself, what it replaces, and the source of a move between disks. */
export type Role = 'piece' | 'aside' | 'source';

export const stageName = ({ planId, op }: Pick<Job, 'planId' | 'op'>, role: Role): string =>
  `${planId}-${op.seq}-${role}`;

/** Names in the trash; known before the first change, so recovery finds them. */
export const slotName = ({ planId, op }: Pick<Job, 'planId' | 'op'>, role: Role): string =>
  role === 'piece' ? `${planId}-${op.seq}` : `${planId}-${op.seq}-${role}`;
