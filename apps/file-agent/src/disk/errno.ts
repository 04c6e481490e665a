import { OrdenaError } from '#contracts/errors';
import { type DiskCode, refusal } from './refusal.js';

/** The one translation of the system's error names; above this room nobody sees an errno. */
const CODES: Readonly<Record<string, DiskCode>> = {
  ENOENT: 'NOT_FOUND',
  EEXIST: 'EXISTS',
  ENOTEMPTY: 'EXISTS',
  ENOTDIR: 'NOT_A_FOLDER',
  EISDIR: 'NOT_A_FILE',
  ELOOP: 'SYMLINK',
  EACCES: 'DENIED',
  EPERM: 'DENIED',
  EROFS: 'READ_ONLY',
  ENOSPC: 'NO_SPACE',
  EDQUOT: 'NO_SPACE',
  ENAMETOOLONG: 'NAME_TOO_LONG',
  EILSEQ: 'ENCODING',
  EXDEV: 'MOUNT',
  EBUSY: 'BUSY',
  ETXTBSY: 'BUSY',
  EMFILE: 'BUSY',
  ENFILE: 'BUSY',
  EAGAIN: 'BUSY',
  ENXIO: 'SPECIAL_FILE',
  EFBIG: 'TOO_LARGE',
};

export const errnoOf = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null || error instanceof OrdenaError) return undefined;
  return 'syscall' in error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
};

export const isErrno = (error: unknown, ...names: readonly string[]): boolean => {
  const name = errnoOf(error);
  return name !== undefined && names.includes(name);
};

/** The system's refusals as an `OrdenaError`, the original kept as cause and never shown; anything else as it came. */
export const coded = (error: unknown, name?: string): unknown => {
  const errno = errnoOf(error);
  return errno === undefined ? error : refusal(CODES[errno] ?? 'FAILED', { name, cause: error });
};

/** Runs `act`; a refusal of the system comes out coded. */
export const coding = <T>(name: string | undefined, act: () => T): T => {
  try {
    return act();
  } catch (error) {
    throw coded(error, name);
  }
};
