import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Grammar, formatLocation, parseLocation } from './location.js';
import { codeOf } from './testing/code-of.js';

const grammar: Grammar = {
  places: [
    { name: 'desktop', words: ['escritorio'], paths: ['/home/u/Desktop'] },
    { name: 'documents', words: ['documentos'], paths: ['/home/u/Documents', '/data/docs'] },
    { name: 'pictures', words: ['imágenes'], paths: ['/home/u/Imágenes'] },
    { name: 'work', words: [], paths: ['/home/u/Documents/work'] },
  ],
};

const windows: Grammar = {
  windows: true,
  caseless: true,
  places: [{ name: 'desktop', words: ['escritorio'], paths: ['C:\\Users\\u\\Desktop'] }],
};

const parsed = (text: string, by = grammar) => {
  const { place, parts } = parseLocation(text, by);
  return formatLocation({ place, parts });
};

describe('locations', () => {
  it.each([
    ['desktop', 'desktop'],
    ['Escritorio/luyd', 'desktop/luyd'],
    ['imagenes//2024/./x.jpg', 'pictures/2024/x.jpg'],
    ['/home/u/Desktop/luyd/', 'desktop/luyd'],
    ['/data/docs/a.txt', 'documents/a.txt'],
    ['/home/u/Documents/work/a', 'work/a'],
    ['desktop/%2e%2e%2fx', 'desktop/%2e%2e%2fx'],
    ['desktop/a\\b', 'desktop/a\\b'],
    ['desktop/PROGRA~1', 'desktop/PROGRA~1'],
  ])('%s is %s', (text, expected) => expect(parsed(text)).toBe(expected));

  it.each([
    ['C:\\Users\\u\\Desktop\\luyd\\a.txt', 'desktop/luyd/a.txt'],
    ['c:/users/U/desktop/a', 'desktop/a'],
    ['escritorio\\luyd', 'desktop/luyd'],
  ])('on Windows %s is %s', (text, expected) => expect(parsed(text, windows)).toBe(expected));

  it.each([
    ['../x', 'OUTSIDE_ROOT'],
    ['a/../../x', 'OUTSIDE_ROOT'],
    ['desktop/../documents', 'OUTSIDE_ROOT'],
    ['/home/u/Desktop/../../x', 'OUTSIDE_ROOT'],
    ['/etc/passwd', 'OUTSIDE_ROOT'],
    ['/no/such/thing', 'OUTSIDE_ROOT'],
    ['C:\\Windows\\x', 'OUTSIDE_ROOT'],
    ['/home/u/Desktop-evil/x', 'OUTSIDE_ROOT'],
    ['/proc/self/fd/3/x', 'OUTSIDE_ROOT'],
    ['/dev/fd/3', 'OUTSIDE_ROOT'],
    ['/.vol/1/2', 'OUTSIDE_ROOT'],
    ['~/x', 'BAD_PATH'],
    ['$HOME/x', 'BAD_PATH'],
    ['%USERPROFILE%\\x', 'BAD_PATH'],
    ['file:///etc/passwd', 'BAD_PATH'],
    ['\\\\?\\GLOBALROOT\\x', 'BAD_PATH'],
    ['\\\\server\\share', 'BAD_PATH'],
    ['//server/share', 'BAD_PATH'],
    ['\\\\.\\PhysicalDrive0', 'BAD_PATH'],
    ['C:x', 'BAD_PATH'],
    ['D:', 'BAD_PATH'],
    ['', 'BAD_PATH'],
    ['.', 'BAD_PATH'],
    ['/', 'BAD_PATH'],
    ['desktop/a\0b', 'BAD_NAME'],
    ['desktop\\luyd', 'BAD_NAME'],
    ['nowhere/x', 'UNKNOWN_PLACE'],
    [`desktop/${'a'.repeat(256)}`, 'NAME_TOO_LONG'],
    [`desktop/${'a/'.repeat(2500)}`, 'NAME_TOO_LONG'],
    [`desktop/${'a/'.repeat(65)}`, 'TOO_DEEP'],
  ])('refuses %j with %s', (text, code) => expect(codeOf(() => parseLocation(text, grammar))).toBe(code));

  it('on Windows refuses short aliases and other drives', () => {
    expect(codeOf(() => parseLocation('C:\\Users\\u\\DESKTO~1\\x', windows))).toBe('OUTSIDE_ROOT');
    expect(codeOf(() => parseLocation('C:\\Users\\u\\Desktop\\PROGRA~1', windows))).toBe('OUTSIDE_ROOT');
    expect(codeOf(() => parseLocation('D:\\Users\\u\\Desktop', windows))).toBe('OUTSIDE_ROOT');
  });

  it('comes back from its own text, and never leaves its place', () => {
    const part = fc
      .string({ minLength: 1, maxLength: 20 })
      .filter((name) => !/[/\0]/.test(name) && !/^\.\.?$/.test(name));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const path = { place: 'desktop', parts };
        expect(parseLocation(formatLocation(path), grammar)).toMatchObject(path);
      }),
    );
  });

  it('answers any text with a place of ours and clean parts, or a code', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('/', '.', '..', '\\', '~', 'desktop', 'a', ':', 'C', '%') }),
        (text) => {
          codeOf(() => {
            const { place, parts } = parseLocation(text, grammar);
            expect(grammar.places.map(({ name }) => name)).toContain(place);
            for (const part of parts) expect(['', '.', '..']).not.toContain(part);
          });
        },
      ),
      { numRuns: 5000 },
    );
  });
});
