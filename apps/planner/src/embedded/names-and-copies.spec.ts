import { describe, expect, it } from '@jest/globals';
import { firstMove, firstMoveAmong } from './testing/first-calls.js';

/** What becomes of names, copies beside their originals, notes by their names, and exceptions by theirs. */

const THERE = [
  'desktop/notas.txt',
  'documents/pendientes.txt',
  'documents/Cartas/plantilla.docx',
  'downloads/video boda.mp4',
  'downloads/Recibos/',
  'downloads/hoy.txt',
  'downloads/factura.pdf',
];
const PDFS = { from: 'downloads', select: { names: ['*.pdf'] } };

describe('new names', () => {
  it.each([
    ['quita el (1) de los nombres en descargas', { from: 'downloads', replace: { find: '(1)', with: '' } }],
    ['remove the (1) from the file names in downloads', { from: 'downloads', replace: { find: '(1)', with: '' } }],
    ['quita la palabra factura de los pdf de descargas', { ...PDFS, replace: { find: 'factura', with: '' } }],
    ['take the word factura out of the pdf names in downloads', { ...PDFS, replace: { find: 'factura', with: '' } }],
    ['replace spaces with underscores in the desktop files', { from: 'desktop', replace: { find: ' ', with: '_' } }],
    [
      'reemplaza los espacios por guiones bajos en los pdf de descargas',
      { ...PDFS, replace: { find: ' ', with: '_' } },
    ],
    ['append _old to the pdfs in downloads', { ...PDFS, to: '{stem}_old' }],
    ['agrega 2026_ a los pdf de descargas', { ...PDFS, to: '2026_{stem}' }],
    ['convert the pdf names in downloads to uppercase', { ...PDFS, case: 'upper' }],
    ['rename the pdfs in downloads trip 1, 2, 3 and so on', { ...PDFS, to: 'trip {n}' }],
    ['ponles nombre viaje 1, viaje 2, etc a los pdf de descargas', { ...PDFS, to: 'viaje {n}' }],
  ])('%s', (sentence, args) => expect(firstMove(sentence)).toMatchObject([{ name: 'rename', args }]));

  it.each(['cámbiale el nombre a notas.txt, ponle diario', 'rename notas.txt and call it diario'])('%s', (sentence) =>
    expect(firstMoveAmong(THERE, sentence)).toMatchObject([
      { name: 'rename', args: { from: 'desktop/notas.txt', to: 'diario' } },
    ]),
  );

  it('a quoted name that is thrown out is a thing, not a part of names', () =>
    expect(firstMoveAmong(THERE, 'borra "factura" de descargas')).toMatchObject([
      { name: 'trash', args: { from: 'downloads/factura.pdf' } },
    ]));
});

describe('a kind before a file name', () => {
  it.each(['mueve video boda.mp4 a videos', 'mueve el video boda.mp4 a videos'])('%s', (sentence) =>
    expect(firstMoveAmong(THERE, sentence)).toMatchObject([
      { name: 'move', args: { from: 'downloads/video boda.mp4', to: 'videos' } },
    ]),
  );
});

describe('copies', () => {
  it.each([
    ['duplica notas.txt', 'desktop/notas.txt', 'desktop/{stem} (copia).{ext}'],
    ['make a copy of notas.txt just in case', 'desktop/notas.txt', 'desktop/{stem} (copy).{ext}'],
    [
      'saca una copia de plantilla.docx en la misma carpeta y llámala carta.docx',
      'documents/Cartas/plantilla.docx',
      'documents/Cartas/carta.{ext}',
    ],
    ['haz una copia de notas.txt y renómbrala como diario', 'desktop/notas.txt', 'desktop/diario.{ext}'],
    ['copy notas.txt to documents as diario.txt', 'desktop/notas.txt', 'documents/diario.{ext}'],
    ['copia notas.txt y pégala en documentos', 'desktop/notas.txt', 'documents'],
  ])('%s', (sentence, from, to) =>
    expect(firstMoveAmong(THERE, sentence)).toMatchObject([{ name: 'copy', args: { from, to } }]),
  );

  it('a name that would change what a file is, is asked about', () =>
    expect(firstMoveAmong(THERE, 'copy notas.txt to documents as notas.pdf')).toMatchObject([{ name: 'ask_person' }]));

  it('what is only copied still needs a folder', () =>
    expect(firstMove('copia los pdf de descargas')).toMatchObject([{ name: 'ask_person' }]));
});

describe('notes', () => {
  it.each([
    ['agrega «llamar a Juan» a notas', 'desktop/notas.txt', '\nllamar a Juan'],
    ['apunta en pendientes: renovar el seguro', 'documents/pendientes.txt', '\nrenovar el seguro'],
    ['agrega una línea a pendientes que diga comprar papel', 'documents/pendientes.txt', '\ncomprar papel'],
    ['add a line to notas.txt saying call Ana', 'desktop/notas.txt', '\ncall Ana'],
    ['crea compras.txt en el escritorio con: leche y pan', 'desktop/compras.txt', 'leche y pan'],
    ['make an empty file list.txt in documents', 'documents/list.txt', ''],
    ['déjame una nota en el escritorio que diga llamar a Ana', 'desktop/nota.txt', 'llamar a Ana'],
  ])('%s', (sentence, file, text) =>
    expect(firstMoveAmong(THERE, sentence)).toMatchObject([{ name: 'write', args: { file, text } }]),
  );
});

describe('exceptions by name', () => {
  it.each([
    ['borra todo lo de descargas excepto la carpeta Recibos', ['Recibos']],
    ['delete everything in downloads except the Recibos folder', ['Recibos']],
    ['borra todo lo de descargas menos la carpeta Recibos y el archivo hoy.txt', ['Recibos', 'hoy.txt']],
  ])('%s', (sentence, names) =>
    expect(firstMoveAmong(THERE, sentence)).toMatchObject([
      { name: 'trash', args: { from: 'downloads', select: { exclude: expect.arrayContaining(names) } } },
    ]),
  );

  it('one that nothing is called by is asked about', () =>
    expect(firstMoveAmong(THERE, 'borra todo lo de descargas menos la carpeta Zeta')).toMatchObject([
      { name: 'ask_person' },
    ]));
});
