import type { OnConflict } from '#contracts/selection';
import type { PlanEntry } from '#contracts/plan';
import type { PlacePath } from './location.js';

/** Decimal strings, because they are 64-bit and travel as JSON. Folders are recognised by `dev` and `ino` alone. */
export interface Identity {
  readonly dev: string;
  readonly ino: string;
  readonly size: string;
  readonly mtimeNs: string;
}

/** Where a trashed thing lies: the slot name in the trash of the place it came from. */
export interface TrashSlot {
  readonly place: string;
  readonly slot: string;
}

export type Action = Exclude<PlanEntry['action'], 'skip'>;

/** What a `write` puts into the file. */
export interface WriteData {
  readonly text: string;
  readonly mode: 'create' | 'replace' | 'append';
}

/**
 * One exact entry of a stored plan: all that a commit needs, and no more. `seq` counts from 0 without gaps.
 *
 * | action | from | to | slot | id |
 * |---|---|---|---|---|
 * | move, copy | the entry | its new path | | the entry |
 * | trash | the entry | | | the entry |
 * | create-folder | | the folder | | |
 * | write | | the file | | the old file, where there is one |
 * | restore | | where it goes back to | what comes back | what comes back |
 * | remove-folder | the folder, removed only if empty | | | the folder |
 *
 * Missing parents of `to` are entries of their own (`create-folder`), earlier in the plan.
 */
export interface PlannedOp {
  readonly seq: number;
  readonly action: Action;
  readonly kind: 'file' | 'folder' | 'link';
  readonly from?: PlacePath;
  readonly to?: PlacePath;
  readonly slot?: TrashSlot;
  readonly id?: Identity;
  /** What stood at `to` at planning and goes to the trash first (`trash-existing`); another one there is STALE. */
  readonly existing?: Identity;
  /** When the name at `to` is taken. Default `fail`. */
  readonly onConflict?: OnConflict;
  readonly bytes: number;
  readonly data?: WriteData;
  /** Permission bits of a folder or file made new. */
  readonly mode?: number;
  /** A folder made (or, undoing, removed) only because of others: not one of the plan's own entries in its receipt. */
  readonly onTheWay?: true;
  /** Only when the entry of this `seq` was done. */
  readonly after?: number;
}
