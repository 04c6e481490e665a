import { describe, expect, it } from '@jest/globals';
import type { Call } from './act/job.js';
import { firstMoveAmong } from './testing/first-calls.js';
import { readingOf } from './testing/first-reading.js';
import { playedWith, type Same } from './testing/same-files.js';

/** "borra las fotos de descargas que ya tengo en imágenes": only what the other folder holds with the same content. */

const SETS: readonly Same[] = [
  { size: 4, copies: 2, locations: ['downloads/a.jpg'], with: ['pictures/viaje/IMG_1.jpeg'] },
  {
    size: 3,
    copies: 4,
    locations: ['downloads/b.jpg', 'downloads/b (1).jpg'],
    with: ['pictures/b.jpg', 'pictures/c.jpg'],
  },
];

const played = (sentence: string, sets: readonly Same[] = SETS) => playedWith({ sets }, sentence);

const IMAGES = { in: 'downloads', select: { category: ['image'], depth: 1 }, with: 'pictures' };
const PDFS = { in: 'downloads', select: { names: ['*.pdf'], depth: 1 }, with: 'documents' };
const FILES = { in: 'downloads', select: { depth: 1 }, with: 'documents' };

describe('what another folder has as well goes', () => {
  it.each([
    ["Delete the photos in downloads that I've already got in pictures", IMAGES],
    [
      "Silly me, I saved some holiday snaps twice. Delete the photos in downloads that I've already got in pictures",
      IMAGES,
    ],
    ['remove the photos in downloads I also have in pictures', IMAGES],
    ['delete the photos in downloads which are in pictures too', IMAGES],
    ['delete the photos in downloads that I have copies of in pictures', IMAGES],
    ['trash the photos I already have in pictures from downloads', IMAGES],
    ['borra las fotos de descargas que ya tengo en imágenes', IMAGES],
    ['elimina las fotos de descargas que también estén en imágenes, por favor', IMAGES],
    ['quita de descargas las fotos que tengo ya guardadas en imágenes', IMAGES],
    ['las fotos que ya tengo en imágenes, bórralas de descargas', IMAGES],
    ['delete any pdf in downloads that already exists in documents', PDFS],
    ['borra los pdf de descargas que tengan una copia en documentos', PDFS],
    ['borra de descargas los pdf que ya existen en documentos', PDFS],
    ['borra de descargas lo que ya está en documentos', FILES],
    ['limpia de descargas lo que ya tengo en documentos', FILES],
    ["delete everything in downloads that's already in documents", FILES],
    ['remove from downloads what I already have in documents', FILES],
    ['remove from downloads the files i already have in documents, the exact same ones', FILES],
    ['elimina de descargas los archivos que ya están iguales en documentos', FILES],
  ])('%s', (sentence, search) => {
    const { looks, end } = played(sentence);
    expect(looks).toMatchObject([{ name: 'duplicates', args: search }]);
    expect(end).toMatchObject([
      { name: 'trash', args: { from: 'downloads', select: { names: ['a.jpg', 'b.jpg', 'b (1).jpg'] } } },
    ]);
  });

  it('of page after page, and never of the other folder', () => {
    const sets = Array.from({ length: 45 }, (_, at) => ({
      size: 1,
      copies: 2,
      locations: [`downloads/${at}`],
      with: [`pictures/${at}`],
    }));
    const { looks, end } = played('borra las fotos de descargas que ya tengo en imágenes', sets);
    expect(looks).toHaveLength(3);
    const [call, ...others] = end as readonly Call[];
    expect((call!.args['select'] as { names: string[] }).names).toHaveLength(45);
    expect(others).toEqual([]);
    expect(JSON.stringify(end)).not.toContain('pictures');
  });

  it.each([
    [
      'more than is done at once',
      Array.from({ length: 101 }, (_, at) => ({
        size: 1,
        copies: 2,
        locations: [`downloads/${at}`],
        with: ['pictures/x'],
      })),
    ],
    ['a set that is not told whole', [{ size: 1, copies: 9, locations: ['downloads/a'], with: ['pictures/x'] }]],
  ])('%s is asked about', (_, sets) => {
    const { end } = played('borra las fotos de descargas que ya tengo en imágenes', sets);
    expect(end).toMatchObject([{ name: 'ask_person' }]);
  });

  it('so many as were said, or it is asked', () => {
    expect(played('delete the 3 photos in downloads that I already have in pictures').end).toMatchObject([
      { name: 'trash' },
    ]);
    expect(played('borra las 2 fotos de descargas que ya tengo en imágenes').end).toMatchObject([
      { name: 'ask_person' },
    ]);
    expect(played('borra la foto de descargas que ya tengo en imágenes').end).toMatchObject([{ name: 'ask_person' }]);
  });

  it('none is told, and that contents were compared', () =>
    expect(played('borra las fotos de descargas que ya tengo en imágenes', []).end).toMatch(
      /no hay ningún archivo.*comparé el contenido/i,
    ));
});

describe('what another folder has as well is shown', () => {
  it.each([
    ['are there any photos in downloads that I already have in pictures?', 'downloads', 'pictures'],
    ['which photos in downloads are already in pictures?', 'downloads', 'pictures'],
    ['¿hay algo en descargas que ya tenga en imágenes?', 'downloads', 'pictures'],
    ['dime qué fotos de descargas ya tengo en imágenes', 'downloads', 'pictures'],
    ['¿qué archivos de descargas ya están en documentos?', 'downloads', 'documents'],
    ['show me the files in downloads that are also in documents', 'downloads', 'documents'],
    ["what's in downloads that's also in documents?", 'downloads', 'documents'],
    ['¿cuántos pdf hay en descargas que también estén en documentos?', 'downloads', 'documents'],
  ])('%s', (sentence, here, other) => {
    const { looks, end } = played(sentence);
    expect(looks).toMatchObject([{ args: { in: here, with: other, select: { depth: 64 } } }]);
    expect(end).toMatch(/3 archivos|3 files/);
    expect(end).toMatch(/viaje\/IMG_1\.jpeg/);
  });

  it('in a folder called as a verb', () =>
    expect(
      firstMoveAmong(['downloads/Backup/'], 'which files in Backup do I already have in documents?'),
    ).toMatchObject([{ name: 'duplicates', args: { in: 'downloads/Backup', with: 'documents' } }]));
});

/** Whether something goes that was not compared, or that another reading would have spared. */
const searchOf = (sentence: string): boolean => readingOf(sentence).some(({ heldIn }) => heldIn !== undefined);

describe('what is said otherwise is not read so', () => {
  it('both folders', () =>
    expect(firstMoveAmong([], 'delete the photos in downloads and in pictures')).toMatchObject([
      { args: { from: 'downloads' } },
      { args: { from: 'pictures' } },
    ]));

  it.each([
    'delete the photos in downloads that are not in pictures',
    "delete the photos in downloads that I don't have in pictures",
    "delete the photos in downloads that aren't already in pictures",
    'borra las fotos de descargas que no están ya en imágenes',
    'borra las fotos de descargas que aún no tengo en imágenes',
    'delete the photos in downloads except the ones that are already in pictures',
    'delete the photos in downloads, but not those I already have in pictures',
    'borra las fotos de descargas menos las que ya tengo en imágenes',
    'borra todo de descargas salvo lo que ya está en documentos',
    'delete the photos in downloads with the same name as the ones in pictures',
    'delete the photos in downloads that I already have in pictures with the same name',
    'borra las fotos de descargas que se llamen igual que en imágenes',
    'delete the photos in downloads that are in pictures',
    'borra las fotos de descargas que están en imágenes',
    'borra las fotos que ya tengo en imágenes',
    'move the photos in downloads that I already have in pictures to Old',
    'delete the photos in downloads that I already have in pictures and move the pdfs to documents',
    'delete the photos in downloads that I already have in pictures and in documents',
    "don't delete the photos in downloads that I already have in pictures",
    'las fotos de descargas ya están en imágenes',
  ])('%s', (sentence) => {
    expect(searchOf(sentence)).toBe(false);
    expect(JSON.stringify(firstMoveAmong([], sentence))).not.toContain('"trash"');
  });

  it.each([
    'borra las fotos de descargas que ya están en la laptop',
    'delete the files in downloads that are already on the laptop',
    'delete the files in downloads that I already have in documents on the office computer',
  ])('%s: told', (sentence) =>
    expect(firstMoveAmong([], sentence)).toMatch(/Todavía no comparo|do not compare files of one machine/),
  );

  it.each([
    'borra los pdf de documentos que ya están en documentos',
    'delete the files in documents that I already have in the Old folder',
  ])('%s: one in the other', (sentence) =>
    expect(firstMoveAmong(['documents/Old/'], sentence)).toMatch(/dos carpetas distintas|two different folders/),
  );
});
