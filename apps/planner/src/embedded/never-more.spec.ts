import { describe, expect, it } from '@jest/globals';
import { firstMoveAmong } from './testing/first-calls.js';

/** Orders that say less than they seem to: nothing is changed by them, or no more than was said. */

const THERE = [
  'documents/Acme/',
  'documents/Acme/factura1.pdf',
  'documents/Acme/factura2.pdf',
  'documents/Facturas/',
  'downloads/a.pdf',
  'downloads/b.zip',
  'downloads/informe final.docx',
  'downloads/informe borrador.docx',
];
const moves = (sentence: string) => {
  const calls = firstMoveAmong(THERE, sentence);
  return typeof calls === 'string' ? [] : calls.map(({ name, args }) => [name, args]);
};
const acts = (sentence: string) => moves(sentence).map(([name]) => name);

describe('which of them nobody says', () => {
  it.each([
    'borra uno de los informes de descargas',
    'mueve una de las facturas a documentos',
    'borra una de las fotos de descargas',
    'delete one of the reports in downloads',
    'delete the pdfs in downloads except one invoice',
    'delete a.pdf or b.zip',
    'borra a.pdf o b.zip',
    'borra los últimos archivos de descargas',
    'borra los archivos más grandes de descargas',
    'delete duplicates and old files in downloads',
    'borra los duplicados y los archivos viejos de descargas',
  ])('%s: nothing is done', (sentence) => {
    expect([[], ['ask_person']]).toContainEqual(acts(sentence));
  });
});

describe('what is compared with a file is not that file', () => {
  it.each([
    'mueve los archivos más nuevos que a.pdf a documentos',
    'borra los archivos más viejos que a.pdf',
    'borra los pdf más grandes que b.zip',
    'delete files older than a.pdf',
  ])('%s: nothing is done', (sentence) => expect(acts(sentence)).toEqual([]));
});

it.each([
  'borra la carpeta Acme y mueve su contenido a documentos',
  'delete the folder Acme and move its contents to documents',
])('%s: not first to the trash', (sentence) => expect(acts(sentence)).not.toContain('trash'));

it.each(['delete files without informe in the name in downloads', 'borra los pdf sin copia en el nombre'])(
  '%s: is no renaming',
  (sentence) => expect(acts(sentence)).not.toContain('rename'),
);

it('each of several words of a name has its use', () =>
  expect(moves('borra los archivos que contengan boda o informe de descargas')).toEqual([
    ['trash', { from: 'downloads', select: { kind: 'file', names: ['*boda*', '*informe*'] } }],
  ]));

describe('a copy in each of several folders', () => {
  it.each([
    ['copia a.pdf al escritorio y a documentos', 'desktop'],
    ['copy a.pdf to documents and the desktop', 'documents'],
    ['copia a.pdf a documentos y a la carpeta Facturas', 'documents'],
    ['copia a.pdf a documentos, a la carpeta Facturas', 'documents/Facturas'],
  ])('%s', (sentence, to) => expect(moves(sentence)).toEqual([['copy', { from: 'downloads/a.pdf', to }]]));

  it.each(['mueve a.pdf al escritorio y a documentos', 'move a.pdf to documents and to the desktop'])(
    '%s: a move has one end',
    (sentence) => expect(moves(sentence)).toEqual([]),
  );
});
