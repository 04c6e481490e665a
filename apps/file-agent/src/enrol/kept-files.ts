import { dirname } from 'node:path';
import { isErrno } from '../disk/errno.js';
import { OPEN_FILE, realSys as sys } from '../disk/sys.js';

/** Small files of the agent's own, in its state folder; readable by their owner only. */

const MAX_BYTES = 256 * 1024;

/** Undefined: there is none. */
export const readKept = (path: string): string | undefined => {
  try {
    const fd = sys.open(path, OPEN_FILE);
    try {
      const bytes = Buffer.alloc(MAX_BYTES);
      return bytes.subarray(0, sys.read(fd, bytes, 0)).toString();
    } finally {
      sys.close(fd);
    }
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
};

/** Whole or not at all, also when the power goes. */
export const writeKept = (path: string, text: string): void => {
  makeFolder(dirname(path));
  const draft = `${path}.new`;
  removeKept(draft);
  const fd = sys.create(draft, 0o600);
  try {
    sys.write(fd, Buffer.from(text), 0);
    sys.fsync(fd);
  } finally {
    sys.close(fd);
  }
  sys.rename(draft, path);
};

export const removeKept = (path: string): void => {
  if (sys.lstat(path) !== undefined) sys.unlink(path);
};

const makeFolder = (path: string): void => {
  if (sys.lstat(path) !== undefined) return;
  makeFolder(dirname(path));
  sys.mkdir(path, 0o700);
};
