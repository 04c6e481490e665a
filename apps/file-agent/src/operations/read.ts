import { OrdenaError } from '#contracts/errors';
import type { ReplyOf, RequestOf } from '#contracts/operation';
import type { read } from '#contracts/operations/read';
import type { Desk } from '../desk.js';
import { within } from '../disk/folder.js';
import { shownName } from '../disk/shown-name.js';
import type { OpenFile } from '../disk/open-file.js';
import { refusal } from '../disk/refusal.js';
import {
  CHARACTER_MAX_BYTES,
  decodeText,
  lastBoundary,
  nextBoundary,
  SAMPLE_BYTES,
  type TextEncoding,
  textEncodingOf,
} from '../text/encoding.js';

type Request = RequestOf<typeof read>;
type Reply = ReplyOf<typeof read>;

const DEFAULT_LENGTH = 65_536;
/** What one reply may take as JSON, below the 1 MiB that NATS carries. */
const REPLY_MAX_BYTES = 900_000;

/** Part of one file. Throws NOT_TEXT for anything else asked for as text. */
export const answerRead = (desk: Desk, request: Request): Reply => {
  const { place, parts, mustBeFolder, location } = desk.reach.toRead(request.file);
  if (parts.length === 0) throw refusal('NOT_A_FILE', { name: place.name });
  if (mustBeFolder) throw refusal('NOT_A_FOLDER', { name: parts.at(-1) });
  const hardlinks = desk.reach.config.hardlinks === 'allow';
  return place.walkTo(parts, (folder, name) =>
    within(folder.openFile(name, { hardlinks }), (file) => ({
      file: location,
      modified: new Date(Number(file.stat().mtimeMs)).toISOString(),
      ...(request.as === 'bytes' ? bytesOf(file, request) : textOf(file, request)),
    })),
  );
};

type Content = Omit<Reply, 'file' | 'modified'>;

const bytesOf = (file: OpenFile, { offset = 0, length = DEFAULT_LENGTH }: Request): Content => {
  const bytes = readRange(file, offset, length);
  const size = Number(file.stat().size);
  return {
    size,
    offset,
    length: bytes.length,
    encoding: 'base64',
    bytes: bytes.toString('base64'),
    more: offset + bytes.length < size,
  };
};

const readRange = (file: OpenFile, offset: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, file.read(bytes, offset));
};

/** The range grows or shrinks by at most a character at each end: `offset` and `length` of the reply tell how far. */
const textOf = (file: OpenFile, { offset = 0, length = DEFAULT_LENGTH }: Request): Content => {
  const encoding = textEncodingOf(readRange(file, 0, SAMPLE_BYTES));
  if (encoding === undefined) {
    throw new OrdenaError('NOT_TEXT', `'${shownName(file.leaf)}' is not text; ask for it as bytes instead.`);
  }
  const before = Math.min(offset, CHARACTER_MAX_BYTES);
  const bytes = readRange(file, offset - before, before + length + CHARACTER_MAX_BYTES);
  const start = nextBoundary(bytes, Math.min(before, bytes.length), encoding);
  const end = fittingEnd(bytes, { start, end: wholeEnd(bytes, { start, end: before + length }, encoding) }, encoding);
  const size = Number(file.stat().size);
  return {
    size,
    offset: offset - before + start,
    length: end - start,
    encoding,
    text: decodeText(bytes.subarray(start, end), encoding),
    more: offset - before + end < size,
  };
};

interface Range {
  readonly start: number;
  readonly end: number;
}

/** At least one character, so that whoever reads on always gets further. */
const wholeEnd = (bytes: Buffer, { start, end }: Range, encoding: TextEncoding): number => {
  const whole = lastBoundary(bytes, Math.min(end, bytes.length), encoding);
  return whole > start ? whole : nextBoundary(bytes, Math.min(start + 1, bytes.length), encoding);
};

/** Shrinks a range until its text, with every quote and line break escaped, fits into one reply. */
const fittingEnd = (bytes: Buffer, range: Range, encoding: TextEncoding): number => {
  let { end } = range;
  while (jsonBytes(decodeText(bytes.subarray(range.start, end), encoding)) > REPLY_MAX_BYTES) {
    end = wholeEnd(bytes, { start: range.start, end: range.start + Math.floor((end - range.start) / 2) }, encoding);
  }
  return end;
};

const jsonBytes = (text: string): number => Buffer.byteLength(JSON.stringify(text));
