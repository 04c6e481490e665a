import { createHash, hash } from 'node:crypto';
import { type Folder } from './folder.js';
import type { OpenFile } from './open-file.js';

/** Hashes of file contents, read through the folder walk into one buffer used over and over. */

const CHUNK_BYTES = 1024 * 1024;
const HEAD_BYTES = 4096;
/** Files up to this size are read whole at once: a second opening costs more than the rest of such a file. */
const AT_ONCE_BYTES = 65_536;

export const isHashedAtOnce = (size: number): boolean => size <= AT_ONCE_BYTES;

export class FileHasher {
  private readonly buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  private readonly head = this.buffer.subarray(0, HEAD_BYTES);

  constructor(private readonly options: { readonly hardlinks: boolean }) {}

  /**
   * SHA-256 in hex of the whole file, or of its first 4 KiB where it is large: tells most files of one size apart at the
   * price of one read. Undefined when the file has another size by now.
   */
  first(folder: Folder, name: string, size: number): string | undefined {
    const isSmall = isHashedAtOnce(size);
    const got = folder.readStart(name, isSmall ? this.buffer.subarray(0, size + 1) : this.head, this.options);
    return got === (isSmall ? size : HEAD_BYTES) ? hash('sha256', this.buffer.subarray(0, got), 'hex') : undefined;
  }

  /** SHA-256 of the whole file, in hex. Yields between chunks. */
  *whole(folder: Folder, name: string): Generator<void, string> {
    const file = folder.openFile(name, this.options);
    try {
      return yield* this.digest(file);
    } finally {
      file.close();
    }
  }

  private *digest(file: OpenFile): Generator<void, string> {
    const hashing = createHash('sha256');
    for (let position = 0; ;) {
      const got = file.read(this.buffer, position);
      hashing.update(this.buffer.subarray(0, got));
      position += got;
      if (got < CHUNK_BYTES) return hashing.digest('hex');
      yield;
    }
  }
}
