import { describe, expect, it } from '@jest/globals';
import { firstMove } from './testing/first-calls.js';
import { readingOf } from './testing/first-reading.js';

/** What is told of the names in more than one way: all of it must hold. */

const argsOf = (sentence: string) => {
  const calls = firstMove(sentence);
  return typeof calls === 'string' ? undefined : calls[0]!.args;
};
const namesOf = (sentence: string) => (argsOf(sentence)?.['select'] as { names?: string[] } | undefined)?.names;

describe('a kind after what they are called', () => {
  it.each([
    ['mueve las actas en pdf de descargas a documentos', 'acta*.pdf'],
    ['¿me pasas a la carpeta Juntas las actas en Word que tengo en descargas?', 'acta*.docx'],
    ['mete las actas en pdf de descargas en documentos', 'acta*.pdf'],
    ['mueve las actas en formato pdf de descargas a documentos', 'acta*.pdf'],
    ['borra las actas en pdf o en word de descargas', 'acta*.pdf'],
    ['move the forms in Word from downloads to documents', 'form*.docx'],
    ['copy the forms in pdf from downloads to documents', 'form*.pdf'],
    ['delete the forms in excel in downloads', 'form*.xlsx'],
    ['¿cuántas actas en pdf hay en descargas?', 'acta*.pdf'],
  ])('%s', (sentence, name) => {
    expect(namesOf(sentence)).toContain(name);
    expect(namesOf(sentence)).not.toContain('acta*');
  });

  it.each([
    ['mueve las fotos en png de descargas a imágenes', ['*.png']],
    ['move the photos in png and jpg from downloads to pictures', ['*.png', '*.jpg', '*.jpeg']],
  ])('%s: or what they are', (sentence, names) => expect(namesOf(sentence)).toEqual(names));

  it.each([
    'guarda las actas en pdf en documentos',
    'save the forms in pdf to documents',
    'pon las actas en pdf',
    'put the forms in PDF',
    'convierte las actas de descargas en pdf',
    'pasa las actas en Word a PDF',
    'mueve la carpeta Actas en pdf a documentos',
  ])('%s: asks for another format, or for a folder', (sentence) => expect(readingOf(sentence)).toEqual([]));
});

describe('how the names begin or what they hold, after what they are called', () => {
  it.each([
    ['borra las actas que empiecen por 2026 de descargas', '2026*_acta*'],
    ['borra las actas que contengan enero de descargas', 'acta*enero*'],
    ['delete the forms that start with 2026 from downloads', '2026*_form*'],
  ])('%s', (sentence, name) => {
    expect(namesOf(sentence)).toContain(name);
    expect(namesOf(sentence)).not.toContain('acta*');
  });

  it('is not done where both cannot be asked for', () =>
    expect(readingOf('borra las actas que terminen en 2026 de descargas')).toEqual([]));
});

describe('what is to be left alone, said last', () => {
  it.each([
    'mueve todos los archivos de descargas a documentos. Los xml no los toques.',
    'mueve todos los archivos de descargas a documentos, pero los xml no los muevas, gracias',
    "move all the files in downloads to documents, the xmls don't touch",
  ])('%s', (sentence) => expect(argsOf(sentence)?.['select']).toEqual({ kind: 'file', exclude: ['*.xml'] }));

  it.each([
    'copia los zip de descargas a documentos. Los pdf no los copies, muévelos a imágenes',
    'borra los zip de descargas. Los pdf no los borres, muévelos',
  ])('%s: not where more is said of them', (sentence) => expect(argsOf(sentence)).toBeUndefined());
});
