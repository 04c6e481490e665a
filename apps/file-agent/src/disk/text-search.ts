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
    let isWide: TextEncoding | undefined;
    for (let position = 0; ; position += CHUNK_BYTES - this.overlap) {
      const chunk = this.buffer.subarray(0, file.read(this.buffer, position));
      if (position === 0 && isNoByteText(chunk)) {
        isWide = textEncodingOf(chunk.subarray(0, SAMPLE_BYTES));
        if (isWide === undefined) return false;
      }
      if (isWide ? this.foldedHolds(chunk, isWide) : this.holds(chunk)) return isWide !== undefined || isText(file);
      if (chunk.length < CHUNK_BYTES) return false;
      yield;
    }
  }

  /** Most text is plain ASCII, and for that no character needs decoding. */
  private holds(chunk: Buffer): boolean {
    const bytes = chunk.toString('latin1');
    if (this.isPlain && bytes.toLowerCase().includes(this.wanted)) return true;
    return NON_ASCII.test(bytes) && (this.foldedHolds(chunk, 'utf-8') || this.foldedHolds(chunk, 'latin1'));
  }

  private foldedHolds(chunk: Buffer, encoding: TextEncoding): boolean {
    return fold(decodeText(chunk, encoding)).includes(this.wanted);
  }
}

/** A zero byte or a byte order mark among the first: UTF-16, or no text at all. */
const isNoByteText = (chunk: Buffer): boolean => {
  const head = chunk.subarray(0, SAMPLE_BYTES);
  return head.includes(0) || head[0] === 0xff || head[0] === 0xfe;
};

/** Asked last, since most files do not hold the words: whether what holds them is text. */
const isText = (file: OpenFile): boolean => {
  const head = Buffer.alloc(SAMPLE_BYTES);
  return textEncodingOf(head.subarray(0, file.read(head, 0))) !== undefined;
};
