import type { Identity, PlannedOp } from '../disk/planned-op.js';
import type { PlacePath } from '../disk/location.js';

/** A selected entry, as it was when it was selected. */
export interface Source {
  readonly name: string;
  readonly kind: PlannedOp['kind'];
  readonly parts: readonly string[];
  readonly id: Identity;
  readonly bytes: number;
  readonly mtimeMs: number;
  readonly mode: number;
  /** It has names elsewhere, so its content is not ours to copy or change. */
  readonly isHardLinked: boolean;
}

export const pathOf = (source: Source, place: string): PlacePath => ({ place, parts: [...source.parts, source.name] });
