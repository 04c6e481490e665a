import { isErrno } from './errno.js';
import { type Folder, within } from './folder.js';
import { encodeName } from './name.js';

const TWIN = '.trashinfo';

/** Bytes of an absolute path, percent-encoded as the freedesktop trash specification 1.0 asks. */
const percentEncoded = (path: string): string =>
  path
    .split('/')
    .map((part) => [...Buffer.from(encodeName(part))].map(percentByte).join(''))
    .join('/');

const percentByte = (byte: number): string => {
  const char = String.fromCharCode(byte);
  return /[A-Za-z0-9._~-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
};

const localTime = (now: Date): string =>
  new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);

/**
 * Where trashed things lie, on the device they came from; nothing is ever deleted from it by an operation. With `info`
 * it is a desktop's own trash (freedesktop.org specification 1.0), so people see what is in it and where it was.
 */
export class TrashStore {
  constructor(
    readonly files: Folder,
    private readonly info?: Folder,
  ) {}

  /**
   * Written before the thing itself comes, as the specification asks; exclusively, which is also what makes the slot's
   * name ours. False: the twin was there already, made by a try before a crash or by somebody else.
   */
  announce(slot: string, cameFrom: string): boolean {
    if (!this.info) return true;
    const text = `[Trash Info]\nPath=${percentEncoded(cameFrom)}\nDeletionDate=${localTime(new Date())}\n`;
    try {
      within(this.info.createFile(slot + TWIN), (file) => file.write(Buffer.from(text)));
      return true;
    } catch (error) {
      if (!isErrno(error, 'EEXIST')) throw error;
      return false;
    }
  }

  /** When the slot is empty again. */
  retract(slot: string): void {
    try {
      this.info?.unlink(slot + TWIN);
    } catch (error) {
      if (!isErrno(error, 'ENOENT')) throw error;
    }
  }

  close(): void {
    this.files.close();
    this.info?.close();
  }
}
