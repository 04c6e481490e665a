import { describe, expect, it } from '@jest/globals';
import { firstMoveAmong } from './testing/first-calls.js';
import { readingOf } from './testing/first-reading.js';

/** Ways to give one thing its name, and several theirs. */

const THERE = [
  'desktop/scan7.pdf',
  'pictures/IMG_7.jpg',
  'documents/Juntas/',
  'documents/Juntas/acta comunidad 3.docx',
  'documents/Nave/',
  'documents/Nave/Pruebas/',
  'documents/Nave/plano.dwg',
];
const among = (sentence: string): unknown => firstMoveAmong(THERE, sentence);
const SCAN = 'desktop/scan7.pdf';
const ACTA = 'documents/Juntas/acta comunidad 3.docx';
const FOLDER = 'documents/Nave/Pruebas';

describe('one thing gets a name', () => {
  it.each([
    ['al scan7.pdf del escritorio ponle de nombre escritura Ruiz.pdf', SCAN, 'escritura Ruiz.pdf'],
    ['ponle escritura Ruiz de nombre a scan7.pdf', SCAN, 'escritura Ruiz'],
    ['me gustaría que le pongas escritura_2 a scan7.pdf', SCAN, 'escritura_2'],
    ['quiero que scan7.pdf se llame escritura Ruiz.pdf', SCAN, 'escritura Ruiz.pdf'],
    ['the file called scan7.pdf should be called lease Ruiz 2026.pdf', SCAN, 'lease Ruiz 2026.pdf'],
    ['a la foto IMG_7.jpg cámbiale el nombre, ponle huerto abril.jpg', 'pictures/IMG_7.jpg', 'huerto abril.jpg'],
    ['the photo IMG_7.jpg, change its name to allotment', 'pictures/IMG_7.jpg', 'allotment'],
    ['ponle acta final al archivo acta comunidad 3.docx', ACTA, 'acta final'],
    ['en la carpeta Juntas, ponle acta final al archivo acta comunidad 3.docx', ACTA, 'acta final'],
    ['renombra plano.dwg de Nave a planta.dwg', 'documents/Nave/plano.dwg', 'planta.dwg'],
  ])('%s', (sentence, from, to) => expect(among(sentence)).toMatchObject([{ name: 'rename', args: { from, to } }]));

  it.each([
    'ponle Archivo a la carpeta Pruebas',
    'la carpeta Pruebas, renómbrala a Archivo',
    'a la carpeta Pruebas llámala Archivo',
    'a la de Pruebas cámbiale el nombre por Archivo',
    'en Nave, ponle Archivo a la carpeta Pruebas',
  ])('%s: a folder', (sentence) => {
    const said = sentence.replace('Archivo', 'Documental');
    expect(among(said)).toMatchObject([{ name: 'rename', args: { from: FOLDER, to: 'Documental' } }]);
  });

  it.each([
    'the Juntas folder, call it Boards',
    'call the Juntas folder Boards',
    'the Juntas folder, rename it to Boards',
  ])('%s: a folder', (sentence) =>
    expect(among(sentence)).toMatchObject([{ name: 'rename', args: { from: 'documents/Juntas', to: 'Boards' } }]),
  );

  it.each([
    "I don't want you to call scan7.pdf lease",
    'no quiero que scan7.pdf se llame escritura',
    'call scan7.pdf the same as IMG_7.jpg',
    'ponle nombre a scan7.pdf',
    'ponle otro nombre a scan7.pdf',
    'ponle brillo a IMG_7.jpg',
    'ponle fotos a la carpeta Nave',
    'en la carpeta Nave, ponle acta final al archivo acta comunidad 3.docx',
    'en la carpeta Juntas, ponle acta final al archivo acta comunidad 3.docx de descargas',
    'a los dwg ponles nombre',
  ])('%s: nothing is renamed', (sentence) => expect(JSON.stringify(among(sentence))).not.toContain('"rename"'));

  it.each(['a plano.dwg ponle PB_ delante', 'a los dwg de Nave ponles PB_ delante'])(
    '%s: a part of the name, and no name',
    (sentence) => expect(among(sentence)).toMatchObject([{ name: 'rename', args: { to: 'PB_{stem}' } }]),
  );
});

describe('what a slip is taken for', () => {
  it.each(['rename scan7.pdf to the sane as befoer', 'call scan7.pdf the sane folder'])(
    '%s: a name is as it was said',
    (sentence) => {
      for (const { newName } of readingOf(sentence)) expect(sentence).toContain(newName ?? '');
    },
  );
});

describe('several things, each with its name', () => {
  const names = (sentence: string) =>
    readingOf(sentence).map(({ act, things, newName }) => [act, things[0]!.name, newName]);
  it.each([
    ['rename scan7.pdf to lease.pdf and IMG_7.jpg to allotment.jpg', 'lease.pdf', 'allotment.jpg'],
    ['renombra scan7.pdf a escritura y IMG_7.jpg a huerto', 'escritura', 'huerto'],
    ['cambia el nombre de scan7.pdf a escritura.pdf y el de IMG_7.jpg a huerto.jpg', 'escritura.pdf', 'huerto.jpg'],
    ['scan7.pdf should be called lease.pdf and IMG_7.jpg should be called plot.jpg', 'lease.pdf', 'plot.jpg'],
  ])('%s', (sentence, first, second) =>
    expect(names(sentence)).toEqual([
      ['rename', 'scan7.pdf', first],
      ['rename', 'IMG_7.jpg', second],
    ]),
  );

  it('of names with spaces, in the folder that was said once', () => {
    const [, second] = readingOf('rename Scan 1.pdf on the desktop to Lease A.pdf and Scan 2.pdf to Lease B.pdf');
    expect(second).toMatchObject({ newName: 'Lease B.pdf', things: [{ name: 'Scan 2.pdf' }] });
    expect(second!.locs.map(({ loc }) => loc.place)).toEqual(['desktop']);
  });

  it.each([
    'rename scan7.pdf to salt and pepper to taste',
    'rename scan7.pdf to lease.pdf and notes to diary',
    'rename scan7.pdf to lease.pdf and IMG_7.jpg',
  ])('%s: is not two', (sentence) => expect(JSON.stringify(among(sentence))).not.toContain('"rename"'));
});

describe('a folder before the order', () => {
  it.each([
    ['la carpeta Juntas, bórrala', 'trash'],
    ['the Juntas folder, move it to the desktop', 'move'],
  ])('%s: that folder', (sentence, name) =>
    expect(among(sentence)).toMatchObject([{ name, args: { from: 'documents/Juntas' } }]),
  );

  it.each(['la carpeta Juntas, bórralas', 'la carpeta Juntas, bórralo todo', 'the Juntas folder, delete everything'])(
    '%s: is not said clearly enough',
    (sentence) => expect(typeof among(sentence)).toBe('string'),
  );
});

it.each([
  'a todos los pdf de documentos ponles 2026- adelante del nombre',
  'a los pdf de documentos ponles delante 2026-',
  'al scan7.pdf ponle _v2 detrás',
  'a los pdf ponles _v2 al final',
  'a los informes ponles 2026',
  'a todas las fotos ponles Boda',
])('%s: is a part of the name', (sentence) =>
  expect(readingOf(sentence).map(({ newName }) => newName)).not.toContainEqual(expect.any(String)),
);
