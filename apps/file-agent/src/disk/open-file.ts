import { coded } from './errno.js';
import { refusal } from './refusal.js';
import { OPEN_FILE, type Sys, type SysPath, type SysStat, kindOf } from './sys.js';

interface Opening {
  readonly path: SysPath;
  readonly leaf: string;
  readonly hardlinks: boolean;
}

/** An open regular file. Whoever opens it closes it (`within`). */
export class OpenFile {
  constructor(
    private readonly sys: Sys,
    private readonly fd: number,
    readonly leaf: string,
  ) {}

  /** Throws SPECIAL_FILE, NOT_A_FILE, SYMLINK, HARDLINK, NOT_FOUND, DENIED. */
  static open(sys: Sys, opening: Opening): OpenFile {
    const fd = OpenFile.descriptor(sys, opening.path, opening.leaf);
    try {
      OpenFile.check(sys, fd, opening);
      return new OpenFile(sys, fd, opening.leaf);
    } catch (error) {
      sys.close(fd);
      throw error;
    }
  }

  private static descriptor(sys: Sys, path: SysPath, leaf: string): number {
    try {
      return sys.open(path, OPEN_FILE);
    } catch (error) {
      throw coded(error, leaf);
    }
  }

  /** Opens, checks, reads once and closes, for those who do that with many small files. Throws what `open` throws. */
  static readStart(sys: Sys, opening: Opening, into: Uint8Array): number {
    const fd = OpenFile.descriptor(sys, opening.path, opening.leaf);
    try {
      OpenFile.check(sys, fd, opening);
      return sys.read(fd, into, 0);
    } finally {
      sys.close(fd);
    }
  }

  private static check(sys: Sys, fd: number, { leaf, hardlinks }: Opening): void {
    const stat = sys.lookAt(fd);
    const kind = kindOf(stat);
    if (kind === 'folder') throw refusal('NOT_A_FILE', { name: leaf });
    if (kind !== 'file') throw refusal('SPECIAL_FILE', { name: leaf });
    if (stat.nlink > 1 && !hardlinks) throw refusal('HARDLINK', { name: leaf });
  }

  stat(): SysStat {
    return this.sys.fstat(this.fd);
  }

  /** Fills `into` from `position` as far as the file goes; answers how many bytes. */
  read(into: Uint8Array, position: number): number {
    let got = 0;
    while (got < into.length) {
      const more = this.sys.read(this.fd, into.subarray(got), position + got);
      if (more === 0) break;
      got += more;
    }
    return got;
  }

  write(bytes: Uint8Array, position: number | null = null): void {
    let put = 0;
    while (put < bytes.length) {
      put += this.sys.write(this.fd, bytes.subarray(put), position === null ? null : position + put);
    }
  }

  truncate(size: number): void {
    this.sys.truncate(this.fd, size);
  }

  chmod(mode: number): void {
    this.sys.chmod(this.fd, mode);
  }

  chown(uid: number, gid: number): void {
    this.sys.chown(this.fd, uid, gid);
  }

  setTimes({ atime, mtime }: { atime: number; mtime: number }): void {
    this.sys.utimes(this.fd, atime, mtime);
  }

  sync(): void {
    this.sys.fsync(this.fd);
  }

  syncData(): void {
    this.sys.fdatasync(this.fd);
  }

  close(): void {
    this.sys.close(this.fd);
  }
}
