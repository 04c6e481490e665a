import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../facts.js';
import { firstMove, firstMoveAmong } from './testing/first-calls.js';
import { readingOf } from './testing/first-reading.js';

/** Folders to be made, by every way of saying what they are called and where they are. */

const made = (sentence: string, deeds: Deed[] = []) =>
  readingOf(sentence, deeds).map(({ act, locs }) => [
    act,
    ...locs.map(({ loc }) => (loc.there ? 'there' : [loc.place, ...loc.path, ...(loc.siblings ?? [])].join('/'))),
  ]);
const MADE: Deed = {
  operation: 'create-folder',
  machine: 'pc1',
  planId: 'p1',
  run: 'p1',
  state: 'committed',
  entries: 1,
  to: 'documents/Luz',
  names: ['Luz'],
};

describe('its name is told afterwards', () => {
  it.each([
    ['I need a new folder on the desktop, call it Parents evening', 'desktop/Parents evening'],
    ['make a folder on the desktop. Name it Parents evening, please', 'desktop/Parents evening'],
    ['crea una carpeta en el escritorio, llámala Parents evening', 'desktop/Parents evening'],
    ['necesito una carpeta nueva en el escritorio; ponle Parents evening', 'desktop/Parents evening'],
  ])('%s', (sentence, folder) => expect(firstMove(sentence)).toEqual([{ name: 'create_folder', args: { folder } }]));

  it.each([
    'move the pdfs in downloads to a new folder in documents, call it off',
    'I need a new folder on the desktop, call it off',
    'crea una carpeta llamada Luz en documentos, llámala Viajes',
    'mueve la carpeta nueva a documentos, llámala Viajes',
  ])('%s: none is made', (sentence) => expect(JSON.stringify(firstMove(sentence))).not.toContain('create_folder'));
});

describe('more of them in the one just made', () => {
  it.each([
    'crea una carpeta Luz en documentos y dentro otras tres: Norte, Sur y Copias',
    'crea en documentos una carpeta que se llame Luz y dentro tres subcarpetas: Norte, Sur y Copias',
    'crea una carpeta Luz en documentos y dentro de ella hazme otras tres, Norte, Sur y Copias',
    'crea una carpeta Luz en documentos con tres subcarpetas: Norte, Sur y Copias',
    'make a folder Luz in documents and inside it three more: Norte, Sur and Copias',
    'make a folder Luz in documents with three subfolders, Norte, Sur and Copias',
  ])('%s', (sentence) => expect(made(sentence).at(-1)).toEqual(['create', 'there', '/Norte/Sur/Copias']));

  it.each([
    'y dentro de ella otras dos, Norte y Sur',
    'and inside it two more: Norte and Sur',
    'crea dentro otras dos: Norte y Sur',
  ])('%s: also in the next sentence', (sentence) =>
    expect(made(sentence, [MADE])).toEqual([['create', 'there', '/Norte/Sur']]),
  );

  it.each([
    'crea una carpeta Luz en documentos y dentro otras tres: Norte y Sur',
    'crea una carpeta Luz en documentos y dentro dos: a.txt y b.txt',
    'haz una carpeta nueva en documentos con dos subcarpetas, Norte y Sur, y mete los pdf de descargas',
    'borra los pdf de documentos y dentro otras dos: Norte y Sur',
    'tres carpetas: Norte y Sur',
    'y dentro de ella otras dos, Norte y Sur',
  ])('%s: none', (sentence) => expect(made(sentence)).toEqual([]));
});

describe('one more in a folder that is there', () => {
  const THERE = ['documents/Casa/', 'documents/Casa/a.pdf'];
  it.each([
    'en la carpeta Casa crea otra que se llame Norte',
    'dentro de la carpeta Casa hazme una llamada Norte',
    'crea otra que se llame Norte en la carpeta Casa',
    'in the Casa folder make another called Norte',
  ])('%s: and no file there is called so', (sentence) =>
    expect(firstMoveAmong(THERE, sentence)).toEqual([
      { name: 'create_folder', args: { folder: 'documents/Casa/Norte' } },
    ]),
  );
  it.each(['crea en Casa dos subcarpetas, Norte y Sur', 'crea dos subcarpetas en Casa: Norte y Sur'])(
    '%s: how many is no part of where',
    (sentence) =>
      expect(firstMoveAmong(THERE, sentence)).toEqual([
        { name: 'create_folder', args: { folder: 'documents/Casa/Norte' } },
        { name: 'create_folder', args: { folder: 'documents/Casa/Sur' } },
      ]),
  );
  it.each([
    'quiero las carpetas de la carpeta Casa en otra que se llame Norte',
    'en la carpeta Casa mueve los pdf a otra que se llame Norte',
  ])('%s: none is made', (sentence) =>
    expect(JSON.stringify(firstMoveAmong(THERE, sentence))).not.toContain('create_folder'),
  );
});

describe('a name of more words', () => {
  it.each([
    ['make a folder Year End in documents', 'documents/Year End'],
    ['créame una carpeta Boda Ana y Luis en imágenes', 'pictures/Boda Ana y Luis'],
    ['make a folder called Tom and Ana in pictures', 'pictures/Tom and Ana'],
    ['cliente nuevo: crea una carpeta Faro Norte en documentos', 'documents/Faro Norte'],
    ['new pupil: make a folder Sam Lee in documents', 'documents/Sam Lee'],
  ])('%s', (sentence, folder) => expect(firstMove(sentence)).toEqual([{ name: 'create_folder', args: { folder } }]));

  it('is filled and not looked at for names that end so', () =>
    expect(
      firstMove('make a folder Year End in documents, move the excel files that are directly in documents into it'),
    ).toMatchObject([{ name: 'move', args: { from: 'documents', to: 'documents/Year End' } }]));

  it('several are several', () =>
    expect(made('crea las carpetas Norte y Sur en documentos')).toEqual([['create', 'documents/Norte/Sur']]));
});

describe('what goes into a folder to be made', () => {
  const THERE = ['pictures/Smith Wedding/', 'pictures/Smith Wedding/a.nef', 'downloads/nietos 3.jpg'];
  it.each([
    ['put all the nef files from Smith Wedding in a subfolder called RAW', 'pictures/Smith Wedding', 'RAW'],
    ['mete los nef de la carpeta Smith Wedding en una subcarpeta que se llame RAW', 'pictures/Smith Wedding', 'RAW'],
  ])('%s', (sentence, from, name) =>
    expect(firstMoveAmong(THERE, sentence)).toMatchObject([{ name: 'move', args: { from, to: `${from}/${name}` } }]),
  );

  it.each([
    'quisiera que las fotos de descargas que se llaman nietos las pongas en una carpeta nueva en imágenes que se llame Nietos',
    'necesito que las fotos de descargas que se llaman nietos las muevas a una carpeta Nietos en imágenes',
  ])('%s', (sentence) =>
    expect(firstMoveAmong(THERE, sentence)).toMatchObject([
      { name: 'move', args: { from: 'downloads', to: 'pictures/Nietos' } },
    ]),
  );

  it.each(['quiero que borres los pases de descargas', 'que los pases de descargas los quieras'])(
    '%s: a noun is no order',
    (sentence) => expect(JSON.stringify(firstMoveAmong(THERE, sentence))).not.toContain('"move"'),
  );
});

describe('more of where the last things came from', () => {
  const FILLED: Deed = {
    ...MADE,
    operation: 'move',
    planId: 'p2',
    run: 'p2',
    from: 'downloads',
    select: { names: ['*.cr2'] },
    entries: 2,
    names: ['a.cr2', 'b.cr2'],
  };
  it.each(['and the jpgs from there too', 'y los jpg de ahí también', 'y los jpg también'])('%s', (sentence) =>
    expect(firstMoveAmong(['downloads/a.jpg', 'documents/Luz/'], sentence, { deeds: [MADE, FILLED] })).toMatchObject([
      { name: 'move', args: { from: 'downloads', to: 'documents/Luz' } },
    ]),
  );
});
