import fs from 'node:fs';

/**
 * The few synchronous verbs of the file system that the agent uses, with bigint stats and names as bytes.
 *
 * Everything above takes a `Sys`, so that the torture harness can stand between us and the disk (an error at call n, a
 * kill before call n) as a decorator of the real one: there are no mocks.
 */
export type SysPath = string | Buffer;
export type SysStat = fs.BigIntStats;
export type Kind = 'file' | 'folder' | 'link' | 'special';

export interface SysDirent {
  /** Bytes only where they were asked for. */
  readonly name: string | Buffer;
  readonly kind: Kind;
}

/** In plain numbers: enough for lists, sums and checks, and faster; identities need `SysStat`. */
export type SysLook = fs.Stats;

/** An open listing; `read` answers undefined at the end. */
export interface SysDir {
  read(): SysDirent | undefined;
  close(): void;
}

export interface Sys {
  open(path: SysPath, flags: number): number;
  /** A new file, exclusively; never follows a link, never opens what is there. */
  create(path: SysPath, mode: number): number;
  close(fd: number): void;
  read(fd: number, into: Uint8Array, position: number | null): number;
  write(fd: number, from: Uint8Array, position: number | null): number;
  truncate(fd: number, size: number): void;
  fstat(fd: number): SysStat;
  lookAt(fd: number): SysLook;
  /** Through which mount an open folder was reached: nothing is renamed between two of one disk. Only Linux tells. */
  mountOf(fd: number): string;
  lstat(path: SysPath): SysStat | undefined;
  look(path: SysPath): SysLook | undefined;
  readlink(path: SysPath): Buffer;
  realpath(path: SysPath): string;
  /** Whether this account may change what is in a folder: not without the right, nor on a disk mounted read-only. */
  mayChange(folder: SysPath): boolean;
  openDir(path: SysPath, names: 'text' | 'bytes'): SysDir;
  freeBytes(path: SysPath): bigint;
  rename(from: SysPath, to: SysPath): void;
  link(from: SysPath, to: SysPath): void;
  symlink(target: Buffer, path: SysPath): void;
  unlink(path: SysPath): void;
  mkdir(path: SysPath, mode: number): void;
  rmdir(path: SysPath): void;
  chmod(fd: number, mode: number): void;
  chown(fd: number, uid: number, gid: number): void;
  /** Seconds since 1970, with fractions. */
  utimes(fd: number, atime: number, mtime: number): void;
  lutimes(path: SysPath, atime: number, mtime: number): void;
  fsync(fd: number): void;
  fdatasync(fd: number): void;
}

/** Which verbs change something. A verb missing here does not compile, so none escapes the crash harness. */
export const MUTATES: Readonly<Record<keyof Sys, boolean>> = {
  open: false,
  create: true,
  close: false,
  read: false,
  write: true,
  truncate: true,
  fstat: false,
  lookAt: false,
  mountOf: false,
  lstat: false,
  look: false,
  readlink: false,
  realpath: false,
  mayChange: false,
  openDir: false,
  freeBytes: false,
  rename: true,
  link: true,
  symlink: true,
  unlink: true,
  mkdir: true,
  rmdir: true,
  chmod: true,
  chown: true,
  utimes: true,
  lutimes: true,
  fsync: true,
  fdatasync: true,
};

const { constants } = fs;
/** `O_NOFOLLOW_ANY` of macOS: no link anywhere in the path. Node has no name for it (Apple's fcntl.h). */
const O_NOFOLLOW_ANY = 0x2000_0000;
const noFollow = process.platform === 'darwin' ? O_NOFOLLOW_ANY : (constants.O_NOFOLLOW ?? 0);

export const OPEN_FOLDER = constants.O_RDONLY | (constants.O_DIRECTORY ?? 0) | noFollow;
/** `O_NONBLOCK`: a pipe answers at once instead of hanging. */
export const OPEN_FILE = constants.O_RDONLY | noFollow | (constants.O_NONBLOCK ?? 0);
export const OPEN_UPDATE = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0);
const CREATE = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

export const kindOf = (of: Pick<fs.Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): Kind => {
  if (of.isFile()) return 'file';
  if (of.isDirectory()) return 'folder';
  return of.isSymbolicLink() ? 'link' : 'special';
};

const openDir = (path: SysPath, names: 'text' | 'bytes'): SysDir => {
  // The types know only text names; the call takes `buffer` (Node's fs.opendir documentation, `options.encoding`).
  const encoding = (names === 'bytes' ? 'buffer' : 'utf8') as BufferEncoding;
  const dir = fs.opendirSync(path as string, { encoding, bufferSize: 1024 });
  return {
    read: () => {
      const found = dir.readSync();
      return found ? { name: found.name as string | Buffer, kind: kindOf(found) } : undefined;
    },
    close: () => dir.closeSync(),
  };
};

const mountIn = (fdinfo: string): string => /^mnt_id:\s*(\d+)$/m.exec(fdinfo)?.[1] ?? '';

export const realSys: Sys = {
  open: (path, flags) => fs.openSync(path, flags, 0o600),
  create: (path, mode) => fs.openSync(path, CREATE, mode),
  close: (fd) => fs.closeSync(fd),
  read: (fd, into, position) => fs.readSync(fd, into, 0, into.length, position),
  write: (fd, from, position) => fs.writeSync(fd, from, 0, from.length, position),
  truncate: (fd, size) => fs.ftruncateSync(fd, size),
  fstat: (fd) => fs.fstatSync(fd, { bigint: true }),
  lookAt: (fd) => fs.fstatSync(fd),
  mountOf: (fd) => (process.platform === 'linux' ? mountIn(fs.readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8')) : ''),
  lstat: (path) => fs.lstatSync(path, { bigint: true, throwIfNoEntry: false }),
  look: (path) => fs.lstatSync(path, { throwIfNoEntry: false }),
  readlink: (path) => fs.readlinkSync(path, { encoding: 'buffer' }),
  realpath: (path) => fs.realpathSync.native(path),
  mayChange: (folder) => {
    try {
      fs.accessSync(folder, constants.W_OK | constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
  openDir,
  freeBytes: (path) => {
    const { bavail, bsize } = fs.statfsSync(path, { bigint: true });
    return bavail * bsize;
  },
  rename: (from, to) => fs.renameSync(from, to),
  link: (from, to) => fs.linkSync(from, to),
  symlink: (target, path) => fs.symlinkSync(target, path),
  unlink: (path) => fs.unlinkSync(path),
  mkdir: (path, mode) => {
    fs.mkdirSync(path, { mode });
  },
  rmdir: (path) => fs.rmdirSync(path),
  chmod: (fd, mode) => fs.fchmodSync(fd, mode),
  chown: (fd, uid, gid) => fs.fchownSync(fd, uid, gid),
  utimes: (fd, atime, mtime) => fs.futimesSync(fd, atime, mtime),
  lutimes: (path, atime, mtime) => fs.lutimesSync(path, atime, mtime),
  fsync: (fd) => fs.fsyncSync(fd),
  fdatasync: (fd) => fs.fdatasyncSync(fd),
};
