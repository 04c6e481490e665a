import { isAscii, isUtf8 } from 'node:buffer';
import { fold } from '../selection/fold.js';
import { decodeText, SAMPLE_BYTES, type TextEncoding, textEncodingOf } from '../text/encoding.js';
import type { Folder } from './folder.js';

/**
 * Does a file's text hold these words? Case and accents do not matter. Read here, through the same open folder as
 * everything else, into one buffer used over and over: a search program of its own would walk paths that somebody can
 * swap for links meanwhile, and on small files it is no faster (docs/decisions).
 */

const CHUNK_BYTES = 1024 * 1024;

export class TextSearch {
  private readonly buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  private readonly wanted: string;
  private readonly isPlain: boolean;
  /** A match that straddles two chunks must lie whole in one: this much is read again. Folding may shorten text. */
  private readonly overlap: number;

  constructor(text: string) {
    this.wanted = fold(text);
    this.isPlain = isAscii(Buffer.from(this.wanted));
    this.overlap = Math.min(CHUNK_BYTES / 2, 2 * Math.ceil(Buffer.byteLength(text) * 4));
  }

  /** Most files end within one chunk and are answered at once, the others in steps. Throws what opening a file throws. */
  isIn(folder: Folder, name: string): boolean | Generator<void, boolean> {
    const chunk = this.buffer.subarray(0, folder.readStart(name, this.buffer));
    const encoding = isNoByteText(chunk) ? textEncodingOf(chunk.subarray(0, SAMPLE_BYTES)) : 'bytes';
    if (encoding === undefined) return false;
    if (this.holds(chunk, encoding)) return isText(chunk);
    return chunk.length === CHUNK_BYTES && this.isFurtherOn(folder, name, encoding);
  }

  /** Yields between chunks, so that a huge file keeps nobody waiting. */
  private *isFurtherOn(folder: Folder, name: string, encoding: Encoding): Generator<void, boolean> {
    const head = Buffer.from(this.buffer.subarray(0, SAMPLE_BYTES));
    const file = folder.openFile(name);
    try {
      for (let position = CHUNK_BYTES - this.overlap; ; position += CHUNK_BYTES - this.overlap) {
        yield;
        const chunk = this.buffer.subarray(0, file.read(this.buffer, position));
        if (this.holds(chunk, encoding)) return isText(head);
        if (chunk.length < CHUNK_BYTES) return false;
      }
    } finally {
      file.close();
    }
  }

  private holds(chunk: Buffer, encoding: Encoding): boolean {
    if (encoding !== 'bytes') return this.foldedHolds(decodeText(chunk, encoding));
    if (this.isPlain && chunk.toString('latin1').toLowerCase().includes(this.wanted)) return true;
    return !isAscii(chunk) && this.decodedHolds(chunk);
  }

  /** Most text is plain ASCII; only the rest must be decoded, as Latin-1 only what is no UTF-8. */
  private decodedHolds(chunk: Buffer): boolean {
    return (
      this.foldedHolds(chunk.toString('utf8')) || (!isUtf8(chunk) && this.foldedHolds(decodeText(chunk, 'latin1')))
    );
  }

  private foldedHolds(text: string): boolean {
    return fold(text).includes(this.wanted);
  }
}

/** `bytes`: text of one byte a character or UTF-8; which one is asked only where it matters. */
type Encoding = TextEncoding | 'bytes';

/** A zero byte or a byte order mark among the first: UTF-16, or no text at all. */
const isNoByteText = (chunk: Buffer): boolean => {
  const head = chunk.subarray(0, SAMPLE_BYTES);
  return head.includes(0) || head[0] === 0xff || head[0] === 0xfe;
};

/** Asked last, since most files do not hold the words: whether what starts like this is text. */
const isText = (start: Buffer): boolean => textEncodingOf(start.subarray(0, SAMPLE_BYTES)) !== undefined;
