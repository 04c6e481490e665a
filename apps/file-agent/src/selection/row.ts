import type { Found } from './gather.js';
import type { EntryKind } from './filter.js';
import { type Position, positionOf, type Sorting } from './order.js';

/** What a list keeps of an entry: small, since a hundred thousand of them may wait for their page. */
export interface Row {
  readonly kind: EntryKind;
  /** Names from the place down to the folder that holds it. */
  readonly parts: readonly string[];
  readonly size: number;
  readonly mtimeMs: number;
  /** Holds the name too. */
  readonly at: Position;
}

export const rowOf = (found: Found, sort: Sorting['sort']): Row => ({
  kind: found.kind,
  parts: found.parts,
  size: Number(found.stat.size),
  mtimeMs: Number(found.stat.mtimeNs) / 1e6,
  at: positionOf(found, sort),
});
