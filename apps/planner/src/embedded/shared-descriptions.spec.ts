import { describe, expect, it } from '@jest/globals';
import { firstMove } from './testing/first-calls.js';

/** What is said behind several things is said of all of them; what can be read of fewer is done with fewer. */

const selects = (sentence: string) => {
  const calls = firstMove(sentence);
  return typeof calls === 'string' ? [] : calls.map(({ name, args }) => [name, args['select']]);
};
const trashed = (...all: object[]) => all.map((select) => ['trash', select]);
const PHOTOS = { category: ['image'] };
const VIDEOS = { category: ['video'] };

describe('of all of them', () => {
  it.each([
    [
      'delete the pdfs and photos that start with IMG in downloads',
      trashed({ names: ['IMG*.pdf'] }, { ...PHOTOS, names: ['IMG*'] }),
    ],
    [
      'borra las fotos y los videos que contengan boda de descargas',
      trashed({ ...PHOTOS, names: ['*boda*'] }, { ...VIDEOS, names: ['*boda*'] }),
    ],
    [
      'borra de descargas las fotos y los videos de la boda',
      trashed({ ...PHOTOS, names: ['*boda*'] }, { ...VIDEOS, names: ['*boda*'] }),
    ],
    [
      'borra las facturas y los contratos de Pérez de descargas',
      trashed({ names: expect.not.arrayContaining(['factura*']) }),
    ],
    [
      'borra los pdf y zip de descargas que tengan copia en el nombre',
      trashed({ names: ['*copia*.pdf', '*copia*.zip'] }),
    ],
  ])('%s', (sentence, calls) => expect(selects(sentence)).toEqual(calls));
});

describe('of each its own', () => {
  it.each([
    [
      'borra los pdf que empiecen por a y los zip que empiecen por b de descargas',
      trashed({ names: ['a*.pdf', 'b*.zip'] }),
    ],
    [
      'borra los pdf llamados viejo y los zip de descargas',
      trashed({ names: ['viejo.pdf', 'viejo *.pdf', 'viejo_*.pdf', 'viejo-*.pdf', '*.zip'] }),
    ],
  ])('%s', (sentence, calls) => expect(selects(sentence)).toEqual(calls));

  it('a folder behind the first one ends what is said of it', () =>
    expect(selects('mueve los pdf de descargas y las fotos de la boda a documentos')).toEqual([
      ['move', { names: ['*.pdf'] }],
      ['move', { ...PHOTOS, names: ['*boda*'] }],
    ]));
});

describe('called so', () => {
  it.each(['delete the pdfs called old in downloads', 'delete the pdf files in downloads named old'])(
    '%s: of that kind alone',
    (sentence) =>
      expect(selects(sentence)).toEqual(trashed({ names: ['old.pdf', 'old *.pdf', 'old_*.pdf', 'old-*.pdf'] })),
  );
});

it.each([
  'delete the reports and photos called old in downloads',
  'delete the invoices and pdfs that start with draft in downloads',
])('%s: words of names with a pattern do nothing', (sentence) => expect(selects(sentence)).toEqual([]));

it.each([
  ['delete the photos with draft in the name in downloads', 'trash'],
  ['borra los pdf de descargas con copia en el nombre', 'trash'],
  ['quita copia del nombre de los pdf de descargas', 'rename'],
  ['remove "with love" from the file names in downloads', 'rename'],
])('%s: which ones, or a part of their names', (sentence, act) =>
  expect(selects(sentence).map(([name]) => name)).toEqual([act]),
);
