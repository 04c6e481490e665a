import { describe, expect, it } from '@jest/globals';
import { firstMoveAmong } from './testing/first-calls.js';

/** Folders called as what they are for, as a measure, or told with all that is in them. */

const OLD = ['documents/Old/', 'documents/Old/a.pdf', 'documents/Viejos/', 'downloads/b.pdf'];
const among = (sentence: string) => firstMoveAmong(OLD, sentence);
const made = (sentence: string) => {
  const calls = among(sentence);
  return typeof calls === 'string' ? [] : calls.map(({ args }) => args['folder']);
};

describe('a folder for something', () => {
  it.each([
    ['create a folder for my tax papers in documents', ['documents/tax papers']],
    ['make a folder for the invoices on the desktop', ['desktop/invoices']],
    ['make folders in documents for january, february and march', ['january', 'february', 'march']],
    ['crea en documentos carpetas para Luis, Marta y Pepe', ['Luis', 'Marta', 'Pepe']],
    ['crea una carpeta en el escritorio para el viaje a Roma', ['desktop/viaje a Roma']],
  ])('%s', (sentence, names) =>
    expect(made(sentence)).toEqual(names.map((name) => (name.includes('/') ? name : `documents/${name}`))),
  );

  it.each([
    'make a folder for each client',
    'crea una carpeta para cada cliente',
    'make a folder for storing receipts',
  ])('%s: that is no name', (sentence) =>
    expect(JSON.stringify(among(sentence))).not.toMatch(/create_folder|«for|“for/),
  );
});

describe('a folder with all that is in it', () => {
  it.each([
    'borra la carpeta Old con todo lo que tiene dentro',
    'borra la carpeta Old y todo su contenido',
    'delete the folder Old with everything in it',
    'delete the Old folder and all its contents',
  ])('%s', (sentence) => expect(among(sentence)).toEqual([{ name: 'trash', args: { from: 'documents/Old' } }]));
});

describe('a folder called as a measure', () => {
  it.each([
    ['move the pdfs in downloads to Old', { from: 'downloads', to: 'documents/Old' }],
    ['mueve los pdf de descargas a Viejos', { from: 'downloads', to: 'documents/Viejos' }],
    ['move the pdfs from Old to downloads', { from: 'documents/Old', to: 'downloads' }],
  ])('%s', (sentence, args) => expect(among(sentence)).toMatchObject([{ name: 'move', args }]));

  it.each(['delete the old ones in downloads', 'borra los viejos de descargas'])(
    '%s: since when is asked',
    (sentence) => expect(among(sentence)).toMatchObject([{ name: 'ask_person' }]),
  );
});
