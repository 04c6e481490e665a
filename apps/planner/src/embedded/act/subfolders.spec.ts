import { describe, expect, it } from '@jest/globals';
import { firstMoveAmong } from '../testing/first-calls.js';

const FILES = [
  'documents/Pupils/',
  'documents/Pupils/Amira grade.pdf',
  'documents/Pupils/Amira report.docx',
  'documents/Pupils/Joe grade.pdf',
  'documents/hall hire.pdf',
];
const targets = (sentence: string, more: readonly string[] = []) => {
  const calls = firstMoveAmong([...FILES, ...more], sentence);
  return typeof calls === 'string' ? calls : calls.map(({ args }) => args['to']);
};

describe('a folder that is made while working in a folder', () => {
  it.each([
    'in the Pupils folder put anything with Amira in the name into a folder Amira and anything with Joe into a folder Joe',
    'en la carpeta Pupils mete los que llevan Amira en el nombre en una subcarpeta Amira y los que llevan Joe en otra que se llame Joe',
    'dentro de la carpeta Pupils pon los que llevan Amira en el nombre en una carpeta Amira y los que llevan Joe en una carpeta Joe',
  ])('%s: is in that folder', (sentence) => {
    expect(targets(sentence)[0]).toBe('documents/Pupils/Amira');
  });

  it.each([
    'move the pdfs from the Pupils folder to a subfolder called Papers',
    'mueve los pdf de la carpeta Pupils a una subcarpeta Papers',
    'move the pdfs in the Pupils folder into a subfolder Papers',
  ])('%s: a subfolder always is', (sentence) => {
    expect(targets(sentence)).toEqual(['documents/Pupils/Papers']);
  });

  it('is not one of that name elsewhere', () => {
    const sentence = 'in the Pupils folder put the pdfs into a folder Joe';
    expect(targets(sentence, ['downloads/Joe/'])).toEqual(['documents/Pupils/Joe']);
    expect(targets('in the Pupils folder put the pdfs into the folder Joe', ['downloads/Joe/'])).toEqual([
      'downloads/Joe',
    ]);
  });

  it.each([
    ['move the pdfs from the Pupils folder to a new folder called Papers', 'documents/Papers'],
    ['in the Pupils folder put the pdfs into a folder Papers on the desktop', 'desktop/Papers'],
    ['en la carpeta Pupils mete los pdf en descargas', 'downloads'],
  ])('%s: near miss', (sentence, to) => {
    expect(targets(sentence)).toEqual([to]);
  });
});
