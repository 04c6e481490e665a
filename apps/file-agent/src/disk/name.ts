import { refusal } from './refusal.js';
import { DECEIVING } from './shown-name.js';

/**
 * One entry's name, between the disk's bytes and our strings.
 *
 * Linux names are bytes. Those that are UTF-8 are plain strings; every other byte becomes one lone surrogate U+DC80 to
 * U+DCFF (Python's `surrogateescape`, PEP 383), which no valid text holds, so each name has exactly one string and back.
 */
const LONE = /[\ud800-\udfff]/u;
/** What stands in text where bytes were none; or it is the name's own. */
export const REPLACEMENT = '\ufffd';
const ESCAPE_BASE = 0xdc00;
export const NAME_MAX_BYTES = 255;

/** How many bytes the sequence starting with this byte should have. */
const sequenceLength = (lead: number): number => (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);

const isText = (bytes: Buffer, text: string): boolean => !text.includes(REPLACEMENT) || Buffer.from(text).equals(bytes);

const decodeOdd = (bytes: Buffer): string => {
  let name = '';
  for (let at = 0; at < bytes.length;) {
    const piece = bytes.subarray(at, at + sequenceLength(bytes[at]!));
    const text = piece.toString();
    const good = isText(piece, text);
    name += good ? text : String.fromCharCode(ESCAPE_BASE + bytes[at]!);
    at += good ? piece.length : 1;
  }
  return name;
};

export const decodeName = (bytes: Buffer): string => {
  const text = bytes.toString();
  return isText(bytes, text) ? text : decodeOdd(bytes);
};

const codePointBytes = (char: string): Buffer => {
  const code = char.charCodeAt(0);
  return LONE.test(char) ? Buffer.of(code & 0xff) : Buffer.from(char);
};

const isEscape = (char: string): boolean => !LONE.test(char) || (char >= '\udc80' && char <= '\udcff');

/** The disk's bytes of a name; plain text stays a string, which Node encodes faster. ENCODING where no name has that string. */
export const encodeName = (name: string): string | Buffer => {
  if (!LONE.test(name)) return name;
  const chars = Array.from(name);
  if (!chars.every(isEscape)) throw refusal('ENCODING', { name });
  const bytes = Buffer.concat(chars.map(codePointBytes));
  if (decodeName(bytes) !== name) throw refusal('ENCODING', { name });
  return bytes;
};

/** Whether the name is not valid text, so that only its exact location reaches it. */
export const isOddName = (name: string): boolean => LONE.test(name);

export const nameBytes = (name: string): number => {
  const encoded = encodeName(name);
  return typeof encoded === 'string' ? Buffer.byteLength(encoded) : encoded.length;
};

const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;
const SEPARATORS = /[/\\:]/;
/** Emoji families are joined by U+200D; between two pictographs it deceives nobody. */
const EMOJI_JOIN = /(?<=\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)\u200d(?=\p{Extended_Pictographic})/gu;

const isBad = (name: string): boolean =>
  name === '' ||
  /[. ]$/.test(name) ||
  name.startsWith(' ') ||
  SEPARATORS.test(name) ||
  RESERVED.test(name.trimEnd()) ||
  name.replace(EMOJI_JOIN, '').search(DECEIVING) >= 0;

/**
 * May something be given this name? The same answer on every system, so that a file made here can go anywhere.
 * Names already on the disk are not held to it. Throws BAD_NAME or NAME_TOO_LONG.
 */
export const checkNewName = (name: string): void => {
  if (isBad(name)) throw refusal('BAD_NAME', { name });
  if (nameBytes(name) > NAME_MAX_BYTES) throw refusal('NAME_TOO_LONG', { name });
};
