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
  static open(sys: Sys, { path, leaf, hardlinks }: Opening): OpenFile {
    const file = new OpenFile(sys, OpenFile.descriptor(sys, path, leaf), leaf);
    try {
      file.check(hardlinks);
      return file;
    } catch (error) {
      file.close();
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

  private check(hardlinks: boolean): void {
    const stat = this.sys.lookAt(this.fd);
    const kind = kindOf(stat);
    if (kind === 'folder') throw refusal('NOT_A_FILE', { name: this.leaf });
    if (kind !== 'file') throw refusal('SPECIAL_FILE', { name: this.leaf });
    if (stat.nlink > 1 && !hardlinks) throw refusal('HARDLINK', { name: this.leaf });
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

  /** One read: of a regular file, less than `into` holds means that there is no more. */
  readOnce(into: Uint8Array, position: number): number {
    return this.sys.read(this.fd, into, position);
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
