import type { Identity, PlannedOp } from '../disk/planned-op.js';
import { identityOf } from '../disk/identity.js';
import type { PlacePath } from '../disk/location.js';
import type { SysStat } from '../disk/sys.js';
import type { Found } from '../selection/gather.js';

/** A selected entry as a plan keeps it: small, since a hundred thousand of them are sorted in memory. */
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

/** `undefined` for pipes, sockets and devices: they are listed and nothing else. */
export const sourceOf = ({ name, kind, parts }: Found, stat: SysStat): Source | undefined =>
  kind === 'special'
    ? undefined
    : {
        name,
        kind,
        parts,
        id: identityOf(stat),
        bytes: kind === 'file' ? Number(stat.size) : 0,
        mtimeMs: Number(stat.mtimeMs),
        mode: Number(stat.mode & 0o7777n),
        isHardLinked: kind === 'file' && stat.nlink > 1n,
      };

export const pathOf = (source: Source, place: string): PlacePath => ({ place, parts: [...source.parts, source.name] });
