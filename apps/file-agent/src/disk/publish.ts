import type { Bench, Spot } from './bench.js';
import { copyInto } from './copy-file.js';
import { isErrno } from './errno.js';
import { within } from './folder.js';
import type { PlannedOp } from './planned-op.js';
import { inOneGo } from './steps.js';
import { kindOf } from './sys.js';

/**
 * An empty folder of ours holding a name: the sticky bit without rights for others marks it, so that recovery knows it
 * from a folder somebody made.
 */
const CLAIM_MODE = 0o1700;
const MODE_BITS = 0o7777n;
const NO_LINKS = ['EPERM', 'EXDEV', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/** Removes a claim that was not used; a folder with something in it, or not ours, stays. */
export const dropClaim = ({ folder, leaf }: Spot): void => {
  const stat = folder.stat(leaf);
  if (!stat || kindOf(stat) !== 'folder' || (stat.mode & MODE_BITS) !== BigInt(CLAIM_MODE)) return;
  try {
    folder.rmdir(leaf);
  } catch (error) {
    if (!isErrno(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT')) throw error;
  }
};

/** `mkdir` is exclusive, and a rename onto our own empty folder replaces nothing else. */
const publishFolder = (from: Spot, to: Spot): boolean => {
  try {
    to.folder.mkdir(to.leaf, CLAIM_MODE);
    from.folder.renameTo(from.leaf, to.folder, to.leaf);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST', 'ENOTEMPTY', 'ENOTDIR')) return false;
    throw error;
  }
};

/** Where the disk has no second names: an exclusive new file with the same bytes, read back and compared. */
const publishByCopy = (from: Spot, to: Spot): boolean => {
  try {
    within(from.folder.openFile(from.leaf, { hardlinks: true }), (source) =>
      within(to.folder.createFile(to.leaf), (copy) => inOneGo(copyInto(source, copy))),
    );
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  }
};

const publishFile = (from: Spot, to: Spot, kind: PlannedOp['kind']): boolean => {
  try {
    from.folder.linkTo(from.leaf, to.folder, to.leaf);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    if (kind === 'file' && isErrno(error, ...NO_LINKS)) return publishByCopy(from, to);
    throw error;
  }
};

/**
 * Gives a staged thing its public name, if nobody has it: true, or false when the name is taken. Nothing is replaced,
 * ever. A file keeps its private name too, until the public one is durable.
 */
export const publish = (bench: Bench, from: Spot & { kind: PlannedOp['kind'] }, to: Spot): boolean => {
  const done = from.kind === 'folder' ? publishFolder(from, to) : publishFile(from, to, from.kind);
  if (done) bench.touch(from.folder, to.folder);
  return done;
};
