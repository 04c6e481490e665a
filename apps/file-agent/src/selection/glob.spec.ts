import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from './fold.js';
import { compileGlob } from './glob.js';

const matches = (pattern: string, name: string): boolean => compileGlob(pattern).matches(fold(name));

describe('name patterns', () => {
  it.each([
    ['*.pdf', 'Informe.PDF', true],
    ['*.pdf', 'informe.pdf.txt', false],
    ['informe*', 'INFORMÉ 2024.docx', true],
    ['factura?.txt', 'factura1.txt', true],
    ['factura?.txt', 'factura12.txt', false],
    ['?.txt', '😀.txt', true],
    ['*.{jpg,png}', 'foto.PNG', true],
    ['*.{jpg,png}', 'foto.gif', false],
    ['{a,b}{1,2}', 'b2', true],
    ['foto [1].jpg', 'foto [1].jpg', true],
    ['foto [1].jpg', 'foto 1.jpg', false],
    ['año', 'ano', true],
    ['¿qué\\?.txt', '¿Qué?.txt', true],
    ['¿qué\\?.txt', '¿Qué!.txt', false],
    ['\\{a,b\\}*', '{A,B}.txt', true],
    ['{x\\*,y}', 'x*', true],
    ['{x\\*,y}', 'xz', false],
    ['a\\\\b', 'a\\b', true],
    ['a\\b', 'a\\b', true],
    ['*', '', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-b-b', false],
  ])('%s on %s is %s', (pattern, name, expected) => {
    expect(matches(pattern, name)).toBe(expected);
  });

  it('a plain name and a dot pattern mean hidden entries too, a star does not', () => {
    expect(compileGlob('desktop.ini').meansHidden).toBe(true);
    expect(compileGlob('.*').meansHidden).toBe(true);
    expect(compileGlob('*.ini').meansHidden).toBe(false);
  });

  it('any name, escaped, is a plain pattern for itself alone', () => {
    const escaped = (name: string): string => name.replace(/[*?{}\\]/g, '\\$&');
    const odd = fc.string({ unit: fc.constantFrom('*', '?', '{', '}', '\\', ',', 'a', 'Ñ', '.') });
    fc.assert(
      fc.property(odd, odd, (name, other) => {
        const glob = compileGlob(escaped(name));
        expect(glob.meansHidden).toBe(true);
        expect(glob.matches(fold(other))).toBe(fold(name) === fold(other));
        expect(compileGlob(`${escaped(name)}*`).matches(fold(name + other))).toBe(true);
      }),
    );
  });

  it('refuses alternatives that multiply without end', () => {
    expect(() => compileGlob('{a,b}'.repeat(12))).toThrow(expect.objectContaining({ code: 'BAD_VALUE' }));
  });

  it('comes to an end with stars against a long name that nearly fits; trying every way would take years', () => {
    expect(matches('*a'.repeat(60) + 'b', 'a'.repeat(255))).toBe(false);
  });

  it('agrees with a regular expression on short names', () => {
    const text = fc.stringMatching(/^[ab.]{0,6}$/);
    const pattern = fc.stringMatching(/^[ab.*?]{0,6}$/);
    fc.assert(
      fc.property(pattern, text, (glob, name) => {
        const same = glob.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
        expect(matches(glob, name)).toBe(new RegExp(`^${same}$`).test(name));
      }),
    );
  });
});
