import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../../facts.js';
import { readingOf } from '../testing/first-reading.js';

const RENAMED: Deed = {
  operation: 'rename',
  machine: 'pc1',
  planId: 'p1',
  state: 'committed',
  from: 'downloads/scan1.pdf',
  to: 'passport',
  entries: 1,
  names: ['scan1.pdf'],
};
const read = (sentence: string, deeds = [RENAMED]) =>
  readingOf(sentence, deeds).map(({ act, things, newName }) => [act, things[0]?.name, newName]);

describe('after one was renamed', () => {
  it.each([
    ['y el scan2 a visado', 'scan2', 'visado'],
    ['ahora scan2 a visado', 'scan2', 'visado'],
    ['and scan2 to visa', 'scan2', 'visa'],
    ['and scan2.pdf to visa.pdf', 'scan2.pdf', 'visa.pdf'],
  ])('%s: another one', (sentence, name, newName) => expect(read(sentence)).toEqual([['rename', name, newName]]));

  it.each(['scan2 to visa', 'y scan2.pdf a documentos', 'and scan2.pdf, visa.pdf', 'and scan2.pdf to visa.docx'])(
    '%s: renames nothing',
    (sentence) => expect(read(sentence).map(([act]) => act)).not.toContain('rename'),
  );

  it('after anything else it is no name', () =>
    expect(read('and scan2 to visa', [{ ...RENAMED, operation: 'move' }]).map(([act]) => act)).not.toContain('rename'));
});
