import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeText, lastBoundary, nextBoundary, textEncodingOf, type TextEncoding } from './encoding.js';

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('telling text from the rest', () => {
  it.each<[string, Buffer, TextEncoding | undefined]>([
    ['empty', Buffer.alloc(0), 'utf-8'],
    ['plain', Buffer.from('hola\n'), 'utf-8'],
    ['accents', Buffer.from('mañana'), 'utf-8'],
    ['accents cut at the end', Buffer.from('maña').subarray(0, 3), 'utf-8'],
    ['western bytes', Buffer.from('ma\xf1ana y a\xf1o', 'latin1'), 'latin1'],
    ['UTF-16 with mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('hola', 'utf16le')]), 'utf-16le'],
    ['big-endian with mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be('hola')]), 'utf-16be'],
    ['UTF-16 without mark', Buffer.from('hola mundo', 'utf16le'), 'utf-16le'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), undefined],
    ['a PDF', Buffer.from('%PDF-1.7\nhola'), undefined],
    ['zeros', Buffer.alloc(100), undefined],
    ['noise', Buffer.from(Array.from({ length: 512 }, (_, at) => (at * 7919) % 251)), undefined],
  ])('%s', (_, bytes, expected) => {
    expect(textEncodingOf(bytes)).toBe(expected);
  });
});

describe('ranges of text', () => {
  const encoded = (text: string, encoding: TextEncoding): Buffer => {
    if (encoding === 'utf-16be') return utf16be(text);
    return Buffer.from(text, encoding === 'utf-16le' ? 'utf16le' : 'utf8');
  };

  it('pieces between boundaries put the text together again', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((raw) => raw.replaceAll('\ufeff', ''));
    const encoding = fc.constantFrom<TextEncoding>('utf-8', 'utf-16le', 'utf-16be');
    fc.assert(
      fc.property(text, encoding, fc.nat(80), (whole, kind, cut) => {
        const bytes = encoded(whole, kind);
        const at = lastBoundary(bytes, Math.min(cut, bytes.length), kind);
        expect(decodeText(bytes.subarray(0, at), kind) + decodeText(bytes.subarray(at), kind)).toBe(whole);
        const next = nextBoundary(bytes, Math.min(cut, bytes.length), kind);
        expect(decodeText(bytes.subarray(0, next), kind) + decodeText(bytes.subarray(next), kind)).toBe(whole);
      }),
    );
  });
});
