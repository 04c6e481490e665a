import { describe, expect, it } from '@jest/globals';
import { firstMoveAmong } from './testing/first-calls.js';
import { readingOf } from './testing/first-reading.js';

/** What stands between commas, or before the order, and says which things are meant. */

const THERE = ['documents/Clients/', 'documents/Clients/a.pdf', 'documents/b.pdf'];
const among = (sentence: string) => firstMoveAmong(THERE, sentence);

describe('a place between commas is around the folder before it', () => {
  it.each([
    'move the pdfs in Clients, in documents, to downloads',
    'mueve los pdf de Clients, en documentos, a descargas',
  ])('%s: and none of that place itself goes along', (sentence) =>
    expect(among(sentence)).toMatchObject([{ name: 'move', args: { from: 'documents/Clients', to: 'downloads' } }]),
  );

  it('and one more of a list of places is none', () =>
    expect(JSON.stringify(among('borra los txt de descargas, en documentos y en el escritorio'))).not.toContain(
      'documents/downloads',
    ));
});

describe('what is not needed any more', () => {
  it.each([
    "We don't need the Clients folder in Documents any more, delete it",
    'ya no hace falta la carpeta Clients, elimínala con todo lo que tiene dentro',
  ])('%s', (sentence) => expect(among(sentence)).toEqual([{ name: 'trash', args: { from: 'documents/Clients' } }]));
});

describe('in front of names', () => {
  it.each(['put Permit_ in front of them instead', 'put Permit_ at the start of them'])('%s', (sentence) =>
    expect(readingOf(sentence)).toMatchObject([{ act: 'rename', affix: { text: 'Permit_', where: 'start' } }]),
  );
  it.each(['put the form in front of the others', 'pon el informe al principio', 'move a.pdf to the front'])(
    '%s: there is no folder called so',
    (sentence) => expect(readingOf(sentence).flatMap(({ locs }) => locs.map(({ loc }) => loc.path))).toEqual([]),
  );
});

describe('the same thing in other words', () => {
  const tops = (sentence: string) => readingOf(sentence).flatMap(({ things }) => things.map(({ top }) => top?.limit));

  it.each([
    'mueve al escritorio lo último que se descargó, el archivo más reciente de descargas',
    'mueve al escritorio el archivo más reciente de descargas, lo último que bajé',
    'move to the desktop the last thing I downloaded, the newest file in downloads',
    'move the last download, the most recent file in downloads, to the desktop',
    'delete the biggest file in downloads, the heaviest one',
  ])('%s: is one', (sentence) => expect(tops(sentence)).toEqual([1]));

  it.each([
    'mueve al escritorio lo último que se descargó, el pdf más reciente de descargas',
    'mueve el pdf más reciente y la foto más reciente de descargas al escritorio',
    'mueve el pdf más reciente y las fotos de descargas al escritorio',
    'borra el archivo más grande y el más viejo de descargas',
    'el archivo más grande y el más viejo de descargas bórralos',
    'delete the biggest and the oldest file in downloads',
    'mueve lo último del escritorio y lo último de descargas a documentos',
  ])('%s: is more, and is not done', (sentence) => expect(readingOf(sentence)).toEqual([]));
});
