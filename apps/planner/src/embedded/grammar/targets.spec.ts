import { describe, expect, it } from '@jest/globals';
import { firstMove } from '../testing/first-calls.js';

const moved = (sentence: string): unknown => {
  const calls = firstMove(sentence);
  return typeof calls === 'string' ? calls : calls.map(({ name, args }) => [name, args['from'], args['to']]);
};

describe('a place before a folder without one', () => {
  it.each([
    ['put all the files on the desktop in a folder called luyd', 'desktop', 'desktop/luyd'],
    ['put all the files on my desktop into a folder called luyd', 'desktop', 'desktop/luyd'],
    ['put the pdfs in downloads in a new folder called bills', 'downloads', 'downloads/bills'],
    ['pon todos los archivos que hay en el escritorio en una carpeta llamada luyd', 'desktop', 'desktop/luyd'],
    ['mete los pdf en descargas en una carpeta llamada x', 'downloads', 'downloads/x'],
  ])('tells where things are: %s', (sentence, from, to) => expect(moved(sentence)).toEqual([['move', from, to]]));

  it.each([
    ['pon los pdf de descargas en documentos, en una carpeta llamada Luz', 'downloads', 'documents/Luz'],
    ['mueve los pdf de descargas a documentos, en una carpeta llamada Luz', 'downloads', 'documents/Luz'],
  ])('or where they go, when that is told already: %s', (sentence, from, to) =>
    expect(moved(sentence)).toEqual([['move', from, to]]),
  );
});
