import { describe, expect, it } from '@jest/globals';
import { NAME_MAX_BYTES, nameBytes } from './name.js';
import { numberedName } from './numbered-name.js';

describe('a name with a number', () => {
  it.each([
    ['report.pdf', 2, 'report (2).pdf'],
    ['.bashrc', 1, '.bashrc (1)'],
    ['sin punto', 10, 'sin punto (10)'],
  ])('%s, %d: %s', (name, number, numbered) => expect(numberedName(name, number)).toBe(numbered));

  it.each([
    ['a long stem', `${'ñ'.repeat(125)}.txt`],
    ['a long ending', `a.${'x'.repeat(253)}`],
    ['an ending that leaves no room for one character', `😀.${'x'.repeat(250)}`],
    ['a dot in front', `.${'x'.repeat(254)}`],
  ])('is never longer than a disk takes: %s', (_, name) => {
    const numbered = [1, 9_999].map((number) => numberedName(name, number));
    for (const one of numbered) expect(nameBytes(one)).toBeLessThanOrEqual(NAME_MAX_BYTES);
    expect(numbered[0]).toMatch(/^\S.* \(1\)/u);
    expect(numbered[1]).toMatch(/^\S.* \(9999\)/u);
  });
});
