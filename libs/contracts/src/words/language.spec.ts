import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from './language.js';

describe('the language of a message', () => {
  it.each([
    ['por favor toma todos los archivos del escritorio, crea una carpeta llamada luyd', 'es'],
    ['deshaz eso', 'es'],
    ['borra report_final.docx', 'es'],
    ['muevelos a documentos', 'es'],
    ['¿qué hay?', 'es'],
    ['organiza mis descargas por tipo', 'es'],
    ['move all the files of my desktop into a folder called luyd', 'en'],
    ['undo that', 'en'],
    ['delete "los archivos de mi carpeta.txt"', 'en'],
    ['how much space do the photos take?', 'en'],
  ] as const)('%s → %s', (message, language) => expect(detectLanguage(message)).toBe(language));

  it.each(['ok', '', '123', 'a.txt'])('does not guess from %j', (message) =>
    expect(detectLanguage(message)).toBeUndefined(),
  );
});
