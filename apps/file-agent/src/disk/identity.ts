import type { Identity } from './planned-op.js';
import { type SysStat, kindOf } from './sys.js';

export const identityOf = ({ dev, ino, size, mtimeNs }: SysStat): Identity => ({
  dev: `${dev}`,
  ino: `${ino}`,
  size: `${size}`,
  mtimeNs: `${mtimeNs}`,
});

/** One text for one entry of the disks, whatever it is called. */
export const inodeKey = ({ dev, ino }: { readonly dev: bigint | string; readonly ino: bigint | string }): string =>
  `${dev}:${ino}`;

export const isSameInode = (stat: SysStat, id: Identity): boolean =>
  `${stat.ino}` === id.ino && `${stat.dev}` === id.dev;

/** Is it still the entry that was previewed? A folder is, as long as it is the same folder, whatever came into it. */
export const isUnchanged = (stat: SysStat, id: Identity): boolean =>
  isSameInode(stat, id) &&
  (kindOf(stat) === 'folder' || (`${stat.size}` === id.size && `${stat.mtimeNs}` === id.mtimeNs));
