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

describe('after something was put before some names', () => {
  const PUT: Deed = {
    ...RENAMED,
    from: 'downloads',
    select: { names: ['*.jpg'] },
    to: 'OBRA_{stem}',
    entries: 2,
    names: ['a.jpg', 'b.jpg'],
  };
  const put = (sentence: string, deed = PUT) =>
    readingOf(sentence, [deed]).map(({ act, affix, things, locs }) => [
      act,
      affix?.text,
      things[0]?.select.names?.[0],
      locs[0]?.loc.place,
    ]);

  it.each([
    ['y lo mismo a los pdf', 'downloads'],
    ['y a los pdf de documentos lo mismo', 'documents'],
    ['and the same for the pdfs', 'downloads'],
    ['los pdf también', 'downloads'],
  ])('%s: before those too', (sentence, place) => expect(put(sentence)).toEqual([['rename', 'OBRA_', '*.pdf', place]]));

  it.each(['¿y los pdf?', 'los pdf', 'y los pdf a documentos', 'y lo mismo', '¿los pdf también?'])(
    '%s: renames nothing',
    (sentence) => expect(put(sentence).map(([act]) => act)).not.toContain('rename'),
  );

  it.each<Partial<Deed>>([{ to: 'obra {n}' }, { state: 'undone' }, { operation: 'copy' }])(
    '%j: nor after that',
    (more) => expect(put('y lo mismo a los pdf', { ...PUT, ...more }).map(([act]) => act)).not.toContain('rename'),
  );
});
