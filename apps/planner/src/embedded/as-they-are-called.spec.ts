import { describe, expect, it } from '@jest/globals';
import { firstMove, firstMoveAmong } from './testing/first-calls.js';
import { readingOf } from './testing/first-reading.js';

/** Folders and files by what they are called, where a part of the name is a word of the language as well. */

const THERE = ['documents/Obra Nueva/', 'documents/old rota.xlsx', 'documents/plan.pdf', 'documents/Ana/'];
const among = (sentence: string): unknown => firstMoveAmong(THERE, sentence);
const PDFS = { from: 'downloads', select: { names: ['*.pdf'] } };

describe('an adjective in the name of a folder', () => {
  it.each([
    ['mueve los pdf de descargas a Obra Nueva', 'documents/Obra Nueva'],
    ['pasa los pdf de descargas a la carpeta obra nueva', 'documents/Obra Nueva'],
    ['pon los pdf de descargas en obra nueva', 'documents/Obra Nueva'],
    ['mueve los pdf de descargas a Clientes Antiguos', 'downloads/Clientes Antiguos'],
    ['move the pdfs in downloads to New Clients', 'downloads/New Clients'],
    ['put the pdfs from downloads into the Old Projects folder', 'downloads/Old Projects'],
    ['put the pdfs from downloads inside Old stuff', 'downloads/Old stuff'],
    ['move the pdfs in downloads to Archive', 'downloads/Archive'],
    ['move the pdfs in downloads to Year 9 Exams', 'downloads/Year 9 Exams'],
  ])('%s', (sentence, to) => {
    const [move] = among(sentence) as { args: { to: string } }[];
    expect(move).toMatchObject({ name: 'move', args: { ...PDFS } });
    expect(move!.args.to.toLowerCase()).toBe(to.toLowerCase());
  });

  it.each([
    'borra los pdf viejos de descargas',
    'delete the old pdfs in downloads',
    'mueve las fotos grandes de descargas a imágenes',
    'mueve los pdf de descargas a la carpeta clientes nueva',
  ])('%s: of files it says which, and of one folder not the other', (sentence) =>
    expect(JSON.stringify(among(sentence))).not.toMatch(/"name":"(?:move|trash)"/),
  );
});

describe('an adjective in the name of a file', () => {
  it.each(['delete old rota.xlsx', 'please bin old rota.xlsx from documents', 'borra el old rota.xlsx'])(
    '%s',
    (sentence) => expect(among(sentence)).toMatchObject([{ name: 'trash', args: { from: 'documents/old rota.xlsx' } }]),
  );

  it('after an article it may only describe it', () => {
    expect(among('move the old plan.pdf to the desktop')).toMatchObject([
      { name: 'move', args: { from: 'documents/plan.pdf', to: 'desktop' } },
    ]);
    expect(among('delete old plan.pdf')).toContain('old plan.pdf');
  });

  it('a new file is made, not called new', () => {
    expect(among('create the new file list.txt in documents')).toMatchObject([
      { name: 'write', args: { file: 'documents/list.txt' } },
    ]);
  });
});

describe('a path with spaces', () => {
  it.each([
    ['move plan.pdf to Pictures/Site visit to Leeds', 'pictures/Site visit to Leeds'],
    ['move plan.pdf to Pictures/Site visit', 'pictures/Site visit'],
    ['mueve plan.pdf a Documentos/Visita obra a Toledo', 'documents/Visita obra a Toledo'],
  ])('%s', (sentence, to) =>
    expect(among(sentence)).toMatchObject([{ name: 'move', args: { from: 'documents/plan.pdf', to } }]),
  );

  it.each([
    ['copy the photos in Pictures/Site visit to Documents/Report', 'pictures/Site visit'],
    ['copia las fotos de Imágenes/Obra nueva a Documentos', 'pictures/Obra nueva'],
    ['copy the photos in Pictures/Site to Documents', 'pictures/Site'],
  ])('%s: what follows is where to', (sentence, from) => expect(among(sentence)).toContain(from));
});

describe('names of folders that were counted', () => {
  it('are made, also where one is a word of the language', () =>
    expect(firstMove('in documents make three folders: Maths, Science and History')).toMatchObject(
      ['Maths', 'Science', 'History'].map((name) => ({ name: 'create_folder', args: { folder: `documents/${name}` } })),
    ));

  it.each([
    ['make two folders in documents, Open and Closed', ['Open', 'Closed']],
    ['In documents, make two folders, Open and Closed please', ['Open', 'Closed']],
    ['crea tres carpetas en documentos, Mover, Leer y Pagado', ['Mover', 'Leer', 'Pagado']],
  ])('%s', (sentence, names) =>
    expect(firstMove(sentence)).toMatchObject(
      names.map((name) => ({ name: 'create_folder', args: { folder: `documents/${name}` } })),
    ),
  );

  it.each([
    'make two folders in documents, Open, Closed and Late',
    'make two folders in documents, move plan.pdf and copy rota.xlsx',
    'crea dos carpetas en documentos, mueve fotos y borra videos',
  ])('%s: as many as that, and no orders', (sentence) =>
    expect(JSON.stringify(firstMove(sentence))).not.toContain('"create_folder"'),
  );
});

describe('a given name', () => {
  it.each([
    'lleva los pdf de descargas a Marta',
    'move the pdfs in downloads to Sarah',
    'copia los pdf de descargas para Luis',
  ])('%s: nobody can be handed files', (sentence) => expect(typeof among(sentence)).toBe('string'));

  it.each([
    ['lleva los pdf de descargas a Ana', 'documents/Ana'],
    ['mueve los pdf de descargas a la carpeta Marta', 'downloads/Marta'],
    ['move the pdfs in downloads to a new folder called Sarah', 'downloads/Sarah'],
    ['mueve los pdf de descargas a Marta Boda', 'downloads/Marta Boda'],
  ])('%s: a folder of that name', (sentence, to) =>
    expect(among(sentence)).toMatchObject([{ name: 'move', args: { ...PDFS, to } }]),
  );
});

describe('a list that is a paper', () => {
  const LISTS = ['documents/lista de precios.xlsx', 'documents/guest list May.docx'];
  it.each([
    ['copia la lista de precios al escritorio', LISTS[0]],
    ['copy the guest list to my desktop', LISTS[1]],
  ])('%s', (sentence, from) =>
    expect(firstMoveAmong(LISTS, sentence)).toMatchObject([{ name: 'copy', args: { from, to: 'desktop' } }]),
  );

  it.each(['haz una lista de los pdf de descargas', 'list the pdfs in downloads'])(
    '%s: and one that is made',
    (sentence) => expect(firstMove(sentence)).toMatchObject([{ name: 'find', args: { in: 'downloads' } }]),
  );
});

describe('one more folder', () => {
  it.each([
    [
      'put the jpgs from downloads into a folder called Pics in documents and the pdfs into another called Papers',
      'documents',
    ],
    [
      'mete los jpg de descargas en una carpeta que se llame Pics en documentos y los pdf en otra que se llame Papers',
      'documents',
    ],
    ['sort downloads: jpgs into a folder called Pics and pdfs into one called Papers', 'downloads'],
  ])('%s: beside the first', (sentence, place) => {
    const to = readingOf(sentence).flatMap(({ locs }) => locs.filter(({ loc }) => loc.isNew).map(({ loc }) => loc));
    expect(to.map(({ path }) => path)).toEqual([['Pics'], ['Papers']]);
    expect(to.map((loc) => loc.place ?? 'downloads')).toEqual([place, place]);
  });

  it.each(['merge the pdfs in downloads into one', 'put the pdfs in downloads into one file'])('%s: none', (sentence) =>
    expect(typeof firstMove(sentence)).toBe('string'),
  );
});

describe('what an exception is called', () => {
  const SHOTS = ['downloads/test_1.jpg', 'downloads/tests.jpg', 'downloads/wall.jpg'];
  it.each([
    'move the jpgs in downloads to pictures, except the ones called test',
    'mueve los jpg de descargas a imágenes menos los llamados test',
  ])('%s: those that begin so stay', (sentence) => {
    const exclude = expect.arrayContaining(['test', 'test.*', 'test_*', 'test *', 'test-*']);
    expect(firstMoveAmong(SHOTS, sentence)).toMatchObject([{ name: 'move', args: { select: { exclude } } }]);
  });

  it('where nothing is called so it is asked', () =>
    expect(firstMoveAmong(SHOTS, 'move the jpgs in downloads to pictures, except the ones called zebra')).toMatchObject(
      [{ name: 'ask_person' }],
    ));
});

describe('how many of what', () => {
  it.each([
    'delete the two jpgs in downloads',
    'borra los dos recibos de descargas',
    'delete the two recibos in downloads',
  ])('%s: two, and no word of their names', (sentence) => {
    const TWO = ['downloads/recibo 1.jpg', 'downloads/recibo 2.jpg'];
    expect(firstMoveAmong(TWO, sentence)).toMatchObject([{ name: 'trash', args: { from: 'downloads' } }]);
    expect(firstMoveAmong([...TWO, 'downloads/recibo 3.jpg'], sentence)).toMatchObject([{ name: 'ask_person' }]);
  });
});

it.each([
  ['copy the invoices in documents that have Luz in the name to the desktop', 'copy', 'desktop'],
  ['mueve las facturas de documentos que tengan Luz en el nombre al escritorio', 'move', 'desktop'],
])('%s: behind what is in it “documents” is the place', (sentence, act, to) =>
  expect(among(sentence)).toMatchObject([{ name: act, args: { from: 'documents', to } }]),
);
