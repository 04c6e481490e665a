import type { EntryFacts, EntryKind } from './filter.js';
import type { Found } from './gather.js';
import { type Position, positionOf, type Sorting } from './order.js';

/** What a list keeps of an entry: small, since a hundred thousand of them may wait for their page. */
export interface Row extends Position {
  readonly kind: EntryKind;
  /** Names from the place down to the folder that holds it. */
  readonly parts: readonly string[];
  /** Undefined: to be looked at when its page is shown. */
  readonly facts?: EntryFacts;
}

/** `keepsFacts` only for lists of a few thousand: looking again at a page of a long one takes less than remembering all. */
export const rowOf = (found: Found, { sort }: Pick<Sorting, 'sort'>, keepsFacts: boolean): Row => {
  const { value, name, folder } = positionOf(found, sort);
  const { kind, parts, facts } = found;
  if (!facts || !keepsFacts) return { value, name, folder, kind, parts };
  return { value, name, folder, kind, parts, facts: { size: facts.size, mtimeMs: facts.mtimeMs } };
};
