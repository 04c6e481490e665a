/** Telling text from anything else by its first bytes, and cutting it only between characters. */

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1';

/** How many bytes from the start of a file decide about its encoding. */
export const SAMPLE_BYTES = 65_536;

const BINARY_STARTS = [
  '%PDF-',
  'PK\x03\x04',
  '\x7fELF',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  '\x1f\x8b',
  'Rar!',
  'SQLite format 3',
];

const startsWith = (head: Buffer, text: string): boolean => head.subarray(0, text.length).toString('latin1') === text;

const byteOrderMark = (head: Buffer): TextEncoding | undefined => {
  if (startsWith(head, '\xef\xbb\xbf')) return 'utf-8';
  if (startsWith(head, '\xff\xfe')) return 'utf-16le';
  return startsWith(head, '\xfe\xff') ? 'utf-16be' : undefined;
};

/** UTF-16 without a mark: mostly western text has a zero in every other byte and none in the others. */
const utf16ByZeros = (head: Buffer): TextEncoding | undefined => {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at++) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const most = head.length / 2;
  if (head.length < 8 || head.length % 2 !== 0) return undefined;
  if (odd > most * 0.6 && even === 0) return 'utf-16le';
  return even > most * 0.6 && odd === 0 ? 'utf-16be' : undefined;
};

const isControl = (byte: number): boolean => byte < 32 && !(byte >= 8 && byte <= 13) && byte !== 27;

const controlShare = (head: Buffer): number => {
  let controls = 0;
  for (const byte of head) if (isControl(byte) || byte === 127) controls++;
  return head.length === 0 ? 0 : controls / head.length;
};

/** Valid UTF-8, where a character cut off at the very end is no fault of the text. */
const isUtf8 = (head: Buffer): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** The encoding that the head of a file tells, or undefined when it is not text. An empty file is text. */
export const textEncodingOf = (head: Buffer): TextEncoding | undefined => {
  const marked = byteOrderMark(head);
  if (marked) return marked;
  if (BINARY_STARTS.some((start) => startsWith(head, start))) return undefined;
  if (head.includes(0)) return utf16ByZeros(head);
  if (isUtf8(head)) return controlShare(head) > 0.1 ? undefined : 'utf-8';
  return controlShare(head) > 0.01 ? undefined : 'latin1';
};

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

const utf8Width = (lead: number): number => {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
};

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The longest character of any encoding here. A reader asks for this much more on both sides of a range. */
export const CHARACTER_MAX_BYTES = 4;

/** First character boundary at or after `at`. `at` counts from the start of `bytes`, which begins at file offset `base`. */
export const nextBoundary = (bytes: Buffer, at: number, encoding: TextEncoding): number => {
  let boundary = at;
  if (encoding === 'utf-8') {
    while (boundary < at + 3 && isContinuation(bytes[boundary])) boundary++;
  } else if (encoding !== 'latin1') {
    boundary += boundary % 2;
    if (boundary >= 2 && boundary + 1 < bytes.length && isLowSurrogate(unitAt(bytes, boundary, encoding)))
      boundary += 2;
  }
  return Math.min(boundary, bytes.length);
};

/** Last boundary at or before `at`, so that no character is cut in two. */
export const lastBoundary = (bytes: Buffer, at: number, encoding: TextEncoding): number => {
  if (at >= bytes.length || encoding === 'latin1') return Math.min(at, bytes.length);
  if (encoding === 'utf-8') {
    let lead = at;
    while (lead > 0 && lead > at - 3 && isContinuation(bytes[lead])) lead--;
    return lead + utf8Width(bytes[lead]!) > at && lead < at ? lead : at;
  }
  const even = at - (at % 2);
  return even >= 2 && isHighSurrogate(unitAt(bytes, even - 2, encoding)) ? even - 2 : even;
};

const unitAt = (bytes: Buffer, at: number, encoding: TextEncoding): number =>
  encoding === 'utf-16be' ? bytes.readUInt16BE(at) : bytes.readUInt16LE(at);

export const decodeText = (bytes: Buffer, encoding: TextEncoding): string => {
  if (encoding === 'latin1') return new TextDecoder('windows-1252').decode(bytes);
  return new TextDecoder(encoding).decode(bytes);
};
