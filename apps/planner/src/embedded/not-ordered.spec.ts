import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { firstMove } from './testing/first-calls.js';

/** Sentences that name a change and order none: told, asked, meant, feared, refused, put off, taken back. */

const WRITES = new Set(['move', 'copy', 'rename', 'trash', 'create_folder', 'write', 'undo']);
const writesOf = (sentence: string): string[] => {
  const moved = firstMove(sentence);
  return typeof moved === 'string' ? [] : moved.map(({ name }) => name).filter((name) => WRITES.has(name));
};

const INFINITIVES = [
  'borrar los pdf de descargas',
  'mover los pdf de descargas a documentos',
  'copiar las fotos del escritorio a imágenes',
  'vaciar descargas',
];
const GERUNDS = [
  'deleting the pdfs in downloads',
  'moving the pdfs in downloads to documents',
  'copying the photos on the desktop to pictures',
];
const BASES = [
  'delete the pdfs in downloads',
  'move the pdfs in downloads to documents',
  'trash the zips in downloads',
];
const ORDERS = [...BASES, 'borra los pdf de descargas', 'mueve los pdf de descargas a documentos', 'vacía descargas'];

const BEFORE_INFINITIVE = [
  'gracias por',
  'perdón por',
  'estoy por',
  'voy a',
  'iba a',
  'acabo de',
  'no quiero',
  'no hace falta',
  'no hay que',
  'me da miedo',
  'evita',
  'sin',
  'antes de',
  'después de',
  'ya no quiero',
  'nadie debe',
];
const BEFORE_GERUND = [
  'thanks for',
  'sorry for',
  'I am',
  'I was',
  'we are',
  'stop',
  'avoid',
  'before',
  'after',
  'without',
  'what about',
  'instead of',
];
const BEFORE_BASE = [
  "I don't want to",
  'I would rather not',
  'you should not',
  "you can't",
  'they',
  'people',
  'do we',
  'should I',
  'who will',
  'why did you',
  'never',
  'I am going to',
  'I used to',
  'my boss and I',
  'I may',
];
const HAPPENED = [
  'the pdfs in downloads were deleted',
  'the pdfs in downloads have been moved to documents',
  'my photos in downloads got deleted',
  'do the files in downloads get deleted?',
  "I've just deleted the pdfs in downloads",
  'they want the pdfs in downloads deleted',
  "I don't want the pdfs in downloads deleted",
  'nothing in downloads should be deleted',
  'los pdf de descargas fueron borrados',
  'los pdf de descargas se borran solos',
  '¿se borran solos los archivos de descargas?',
  '¿borro los pdf de descargas?',
  '¿borramos los pdf de descargas?',
  '¿hay que borrar los pdf de descargas?',
  '¿tengo que mover los pdf de descargas a documentos?',
  '¿se puede borrar setup.exe?',
  'did you undo the move?',
  'por ejemplo, borra los pdf de descargas',
  'suppose you delete the pdfs in downloads',
  'check with me then delete the pdfs in downloads',
  'she asked me to move the pdfs in downloads to documents',
  'sin mover los pdf de descargas a documentos',
];
const AFTERWARDS = [
  ', hmm, no',
  '... no, espera',
  ', en realidad déjalos',
  '. Actually, leave them',
  ' - no, keep them',
  ', on second thought keep them',
  ', mejor no',
  '; bueno no',
];

const pairs = (lefts: readonly string[], rights: readonly string[]) =>
  fc.tuple(fc.constantFrom(...lefts), fc.constantFrom(...rights));

describe('what is said of a change without ordering it changes nothing', () => {
  it.each([
    ['an infinitive', BEFORE_INFINITIVE, INFINITIVES],
    ['a gerund', BEFORE_GERUND, GERUNDS],
    ['a verb as it stands', BEFORE_BASE, BASES],
  ])('words before %s that make it no order', (_, lefts, rights) => {
    fc.assert(
      fc.property(pairs(lefts, rights), ([left, right]) => expect(writesOf(`${left} ${right}`)).toEqual([])),
      { numRuns: 100 },
    );
  });

  it('an order taken back in the same breath', () => {
    fc.assert(
      fc.property(pairs(ORDERS, AFTERWARDS), ([order, after]) => expect(writesOf(order + after)).toEqual([])),
      { numRuns: 80 },
    );
  });

  it.each(HAPPENED)('%s', (sentence) => expect(writesOf(sentence)).toEqual([]));

  it('the same words without them are orders, so that these laws can fail', () => {
    for (const order of [...ORDERS, ...INFINITIVES]) expect(writesOf(order)).toHaveLength(1);
  });
});

describe('what is said of the things keeps its weight', () => {
  it.each([
    'el lunes borra los png de descargas',
    'mueve los png de descargas a imágenes el lunes',
    'borra los png de descargas a partir del lunes',
    'move the pngs in downloads to pictures tonight',
    'borra unos pdf de descargas',
    'borra más pdf de descargas',
    'delete the first pdfs in downloads',
    'borra los primeros pdf de descargas',
    'move the pdfs in downloads to my phone',
    'mueve los pdf de descargas al disco externo',
    "move the pdfs in downloads to the boss's computer",
    'manda los pdf de descargas a Ana',
    'send the pdfs in downloads to Ana',
    'the pdfs in downloads belong to Ana',
    'vacía notas.txt',
    'delete the contents of todo.txt',
    'limpia las fotos de descargas',
    'clean the photos in downloads',
    'deja los pdf de descargas en paz',
    "delete everything in downloads but don't delete anything",
    'borra todo lo de descargas pero no borres nada',
    'delete those and the pdfs in downloads',
  ])('%s', (sentence) => expect(writesOf(sentence)).toEqual([]));

  it('an adjective after an article says which: the right pdf is not every pdf', () => {
    expect(firstMove('delete the right pdfs in downloads')).toMatchObject([
      { name: 'trash', args: { from: 'downloads', select: { names: ['*right*.pdf'] } } },
    ]);
  });

  it('folders that stay do stay', () => {
    expect(firstMove('mueve todo lo de descargas a documentos menos las carpetas')).toMatchObject([
      { name: 'move', args: { from: 'downloads', select: { kind: 'file' }, to: 'documents' } },
    ]);
  });

  it('what was not understood is told in the words that were said, never as patterns', () => {
    const said = firstMove('mueve los pdf los word de descargas a documentos');
    expect(said).toContain('word');
    expect(said).not.toContain('*.');
  });
});
