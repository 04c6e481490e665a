import { coding } from './errno.js';
import { type Listed, LIST_PAGE, listPages } from './list-pages.js';
import { encodeName } from './name.js';
import { OpenFile } from './open-file.js';
import { isVaultName, type Protection, VAULT_NAME } from './protection.js';
import { refusal } from './refusal.js';
import {
  type Kind,
  OPEN_FOLDER,
  OPEN_UPDATE,
  type Sys,
  type SysLook,
  type SysPath,
  type SysStat,
  kindOf,
} from './sys.js';

interface Handle {
  readonly fd: number;
  /** What a leaf is put behind to address it. */
  readonly base: string;
  readonly stat: SysStat;
}

let descriptors: string | undefined;

/** `/proc/self/fd`, with the link `self` followed once instead of at every call; a process keeps its number for life. */
const descriptorsOf = (sys: Sys): string => (descriptors ??= `/proc/${sys.readlink('/proc/self').toString()}/fd`);

/**
 * An open folder, and the only way to anything in it. It holds a descriptor, not a path: on Linux every call goes
 * through `/proc/self/fd/<n>/<leaf>`, which is `openat`, `renameat`, … without native code, so nobody can swap a parent
 * folder under us. Elsewhere it holds a path and checks before each change that the folder there is still the same one.
 */
export class Folder {
  private owners = 1;

  private constructor(
    readonly sys: Sys,
    private readonly handle: Handle,
    readonly protection: Protection | undefined,
  ) {}

  /**
   * Opens by path: only for the places, the state folder and the vaults, at start. Follows no link in the last name.
   * With `protection`, what belongs to the agent itself cannot be entered from here.
   */
  static at(sys: Sys, path: SysPath, protection?: Protection): Folder {
    const fd = sys.open(path, OPEN_FOLDER);
    try {
      const base = process.platform === 'linux' ? `${descriptorsOf(sys)}/${fd}` : path.toString();
      return new Folder(sys, { fd, base, stat: sys.fstat(fd) }, protection);
    } catch (error) {
      sys.close(fd);
      throw error;
    }
  }

  get dev(): bigint {
    return this.handle.stat.dev;
  }

  /** One rename is enough between two folders of one disk; a container's folders are often one device and several of these. */
  disk(): string {
    return `${this.dev} ${this.sys.mountOf(this.handle.fd)}`;
  }

  get ino(): bigint {
    return this.handle.stat.ino;
  }

  /** For one more owner, who closes it as well: it stays open until the last one did. */
  share(): Folder {
    this.refuseClosed();
    this.owners++;
    return this;
  }

  /** Afterwards every call throws, since the system may have given the number to another folder. */
  close(): void {
    if (this.owners === 0) return;
    this.owners--;
    if (this.owners === 0) this.sys.close(this.handle.fd);
  }

  /** Where the leaf is, for one call of `sys`. */
  address(leaf: string): SysPath {
    this.refuseClosed();
    if (this.protection && isVaultName(leaf)) throw refusal('PROTECTED', { name: leaf });
    const name = encodeName(leaf);
    if (typeof name === 'string') return `${this.handle.base}/${name}`;
    return Buffer.concat([Buffer.from(`${this.handle.base}/`), name]);
  }

  private refuseClosed(): void {
    if (this.owners === 0) throw new Error('This folder was closed before its last use.');
  }

  /** The folder itself, for one call of `sys`. */
  get self(): string {
    this.refuseClosed();
    return `${this.handle.base}/.`;
  }

  /** Outside Linux a path can be swapped: notice it before changing anything. */
  private guard(): void {
    if (process.platform === 'linux') return;
    const now = this.sys.lstat(this.handle.base);
    if (now?.ino !== this.ino || now.dev !== this.dev) throw refusal('ROOT_CHANGED');
  }

  private change(leaf: string, act: (path: SysPath) => void): void {
    this.guard();
    act(this.address(leaf));
  }

  /** A folder in this one. A link is SYMLINK, a file NOT_A_FOLDER, another disk MOUNT. The caller closes it. */
  open(leaf: string): Folder {
    const child = coding(leaf, () => Folder.at(this.sys, this.address(leaf), this.protection));
    const code = this.forbids(child);
    if (!code) return child;
    child.close();
    throw refusal(code, { name: leaf });
  }

  private forbids(child: Folder): 'MOUNT' | 'PROTECTED' | undefined {
    if (child.dev !== this.dev) return 'MOUNT';
    return this.protection?.isOwn(child) ? 'PROTECTED' : undefined;
  }

  /** Of the entry itself, never of what a link points to. */
  stat(leaf: string): SysStat | undefined {
    return coding(leaf, () => this.sys.lstat(this.address(leaf)));
  }

  /** Only size and time, for lists and sums. */
  look(leaf: string): SysLook | undefined {
    return coding(leaf, () => this.sys.look(this.address(leaf)));
  }

  kind(leaf: string): Kind | undefined {
    const found = this.stat(leaf);
    return found && kindOf(found);
  }

  has(leaf: string): boolean {
    return this.stat(leaf) !== undefined;
  }

  /** The bytes a link holds. */
  readLink(leaf: string): Buffer {
    return coding(leaf, () => this.sys.readlink(this.address(leaf)));
  }

  /** Pages of entries in the disk's own order; stop early and it is closed all the same. The agent's own are left out. */
  list(pageSize = LIST_PAGE): Generator<Listed[]> {
    return listPages(this.sys, this.self, { pageSize, hides: this.protection ? VAULT_NAME : undefined });
  }

  isEmpty(): boolean {
    for (const page of this.list(1)) return page.length === 0;
    return true;
  }

  /** A regular file for reading; anything else is refused at once. Hard links to who knows where: HARDLINK. */
  openFile(leaf: string, options: { hardlinks?: boolean } = {}): OpenFile {
    return OpenFile.open(this.sys, { path: this.address(leaf), leaf, hardlinks: options.hardlinks ?? false });
  }

  /** The start of a regular file in one read: less than `into` holds means that there is no more. Throws as `openFile`. */
  readStart(leaf: string, into: Uint8Array, options: { hardlinks?: boolean } = {}): number {
    const opening = { path: this.address(leaf), leaf, hardlinks: options.hardlinks ?? false };
    return OpenFile.readStart(this.sys, opening, into);
  }

  /** A new file, exclusively, mode 0600 until told otherwise. */
  createFile(leaf: string): OpenFile {
    this.guard();
    return new OpenFile(this.sys, this.sys.create(this.address(leaf), 0o600), leaf);
  }

  /** One of the agent's own files, for reading and writing. */
  openExisting(leaf: string): OpenFile {
    return new OpenFile(this.sys, this.sys.open(this.address(leaf), OPEN_UPDATE), leaf);
  }

  /** Replaces what stands there: only ever towards a name that we alone know. */
  renameTo(leaf: string, folder: Folder, newLeaf: string): void {
    folder.guard();
    this.change(leaf, (path) => this.sys.rename(path, folder.address(newLeaf)));
  }

  /** A second name for a file or link; EEXIST when it is taken. */
  linkTo(leaf: string, folder: Folder, newLeaf: string): void {
    folder.guard();
    this.change(leaf, (path) => this.sys.link(path, folder.address(newLeaf)));
  }

  symlink(target: Buffer, leaf: string): void {
    this.change(leaf, (path) => this.sys.symlink(target, path));
  }

  unlink(leaf: string): void {
    this.change(leaf, (path) => this.sys.unlink(path));
  }

  mkdir(leaf: string, mode = 0o777): void {
    this.change(leaf, (path) => this.sys.mkdir(path, mode));
  }

  rmdir(leaf: string): void {
    this.change(leaf, (path) => this.sys.rmdir(path));
  }

  chmod(mode: number): void {
    this.sys.chmod(this.handle.fd, mode);
  }

  chown(uid: number, gid: number): void {
    this.sys.chown(this.handle.fd, uid, gid);
  }

  setTimes(leaf: string | undefined, { atime, mtime }: { atime: number; mtime: number }): void {
    if (leaf === undefined) this.sys.utimes(this.handle.fd, atime, mtime);
    else this.change(leaf, (path) => this.sys.lutimes(path, atime, mtime));
  }

  fstat(): SysStat {
    return this.sys.fstat(this.handle.fd);
  }

  freeBytes(): bigint {
    return coding(undefined, () => this.sys.freeBytes(this.self));
  }

  /** Makes the names of this folder durable. Windows cannot do that for folders and relies on NTFS's own log. */
  sync(): void {
    this.refuseClosed();
    if (process.platform !== 'win32') this.sys.fsync(this.handle.fd);
  }
}

/** Uses a folder or file and closes it, whatever happens. */
export const within = <H extends { close(): void }, T>(held: H, use: (held: H) => T): T => {
  try {
    return use(held);
  } finally {
    held.close();
  }
};
