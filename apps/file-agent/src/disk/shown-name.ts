/** Control, bidi, zero-width, line-separator, variation and tag characters, and lone surrogates. */
export const DECEIVING =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]/gu;

const escaped = (char: string): string => {
  const code = char.codePointAt(0)!;
  return code >= 0xdc80 && code <= 0xdcff ? `\\x${(code & 0xff).toString(16)}` : `\\u{${code.toString(16)}}`;
};

/** A name for eyes: what could deceive them is written out, `evil\u{202e}fdp.exe`. Not reversible; never an address. */
export const shownName = (name: string): string => name.replace(DECEIVING, escaped);
