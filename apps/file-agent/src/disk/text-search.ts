import { fold } from '../selection/fold.js';
import { decodeText, SAMPLE_BYTES, type TextEncoding, textEncodingOf } from '../text/encoding.js';
import type { Folder } from './folder.js';
import type { OpenFile } from './open-file.js';

/**
 * Does a file's text hold these words? Case and accents do not matter. Read here, through the same open folder as
 * everything else, into one buffer used over and over: a search program of its own would walk paths that somebody can
 * swap for links meanwhile, and on small files it is no faster (docs/decisions).
 */

const CHUNK_BYTES = 1024 * 1024;
const NON_ASCII = /[\x80-\xff]/;

export class TextSearch {
  private readonly buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  private readonly wanted: string;
  private readonly isPlain: boolean;
  /** A match that straddles two chunks must lie whole in one: this much is read again. Folding may shorten text. */
  private readonly overlap: number;

  constructor(text: string) {
    this.wanted = fold(text);
    this.isPlain = !NON_ASCII.test(Buffer.from(this.wanted).toString('latin1'));
    this.overlap = Math.min(CHUNK_BYTES / 2, 2 * Math.ceil(Buffer.byteLength(text) * 4));
  }

  /** Yields between chunks, so that a huge file keeps nobody waiting. Throws what opening a file throws. */
  *isIn(folder: Folder, name: string): Generator<void, boolean> {
    const file = folder.openFile(name);
    try {
      return yield* this.search(file);
    } finally {
      file.close();
    }
  }

  private *search(file: OpenFile): Generator<void, boolean> {
    let encoding: TextEncoding | undefined;
    for (let position = 0; ; position += CHUNK_BYTES - this.overlap) {
      const chunk = this.buffer.subarray(0, file.read(this.buffer, position));
      encoding ??= textEncodingOf(chunk.subarray(0, SAMPLE_BYTES));
      if (encoding === undefined) return false;
      if (this.holds(chunk, encoding)) return true;
      if (chunk.length < CHUNK_BYTES) return false;
      yield;
    }
  }

  /** Most text is plain ASCII, and for that no character needs decoding. */
  private holds(chunk: Buffer, encoding: TextEncoding): boolean {
    if (encoding === 'utf-16le' || encoding === 'utf-16be') return this.foldedHolds(chunk, encoding);
    const bytes = chunk.toString('latin1');
    if (this.isPlain && bytes.toLowerCase().includes(this.wanted)) return true;
    return NON_ASCII.test(bytes) && this.foldedHolds(chunk, encoding);
  }

  private foldedHolds(chunk: Buffer, encoding: TextEncoding): boolean {
    return fold(decodeText(chunk, encoding)).includes(this.wanted);
  }
}
