import { createHash } from 'node:crypto';
import { type Folder } from './folder.js';
import type { OpenFile } from './open-file.js';

/** Hashes of file contents, read through the folder walk into one buffer used over and over. */

const CHUNK_BYTES = 1024 * 1024;
export const HEAD_BYTES = 4096;

export class FileHasher {
  private readonly buffer = Buffer.allocUnsafe(CHUNK_BYTES);

  constructor(private readonly options: { readonly hardlinks: boolean }) {}

  /** SHA-256 of the first 4 KiB, in hex: tells most files of one size apart at the price of one read. */
  head(folder: Folder, name: string): string {
    const file = folder.openFile(name, this.options);
    try {
      const bytes = this.buffer.subarray(0, HEAD_BYTES);
      return createHash('sha256')
        .update(bytes.subarray(0, file.read(bytes, 0)))
        .digest('hex');
    } finally {
      file.close();
    }
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
    const hash = createHash('sha256');
    for (let position = 0; ;) {
      const got = file.read(this.buffer, position);
      hash.update(this.buffer.subarray(0, got));
      position += got;
      if (got < CHUNK_BYTES) return hash.digest('hex');
      yield;
    }
  }
}
