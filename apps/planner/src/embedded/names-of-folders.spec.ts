import { describe, expect, it } from '@jest/globals';
import { firstMoveAmong } from './testing/first-calls.js';

/** What folders and files are called, where the words of the name are words of the language as well. */

const among = (there: readonly string[], sentence: string) => firstMoveAmong(there, sentence);
const SHOTS = ['downloads/Grants/', 'downloads/Grants/award.pdf', 'pictures/sea.jpg'];

describe('a new folder by its name', () => {
  it.each([
    ['copy the pdfs in Grants to a new folder on the desktop called For the auditor', 'For the auditor'],
    ['copia los pdf de Grants a una carpeta nueva en el escritorio que se llame Para el contador', 'Para el contador'],
    ['copia los pdf de Grants a una carpeta nueva del escritorio que se llame Juzgado', 'Juzgado'],
    ['necesito los pdf de Grants copiados en una carpeta nueva del escritorio que se llame Juzgado', 'Juzgado'],
  ])('%s', (sentence, name) =>
    expect(among(SHOTS, sentence)).toMatchObject([
      { name: 'copy', args: { from: 'downloads/Grants', to: `desktop/${name}` } },
    ]),
  );

  it.each([
    'las fotos de imágenes pásalas a una carpeta nueva que se llame Alta resolución ahí mismo',
    'mueve las fotos de imágenes a una carpeta nueva llamada Alta resolución ahí mismo',
  ])('%s: where they are', (sentence) =>
    expect(among(SHOTS, sentence)).toMatchObject([
      { name: 'move', args: { from: 'pictures', to: 'pictures/Alta resolución' } },
    ]),
  );

  it.each(['busco los pdf copiados en documentos', 'necesito los pdf guardados en documentos'])(
    '%s: nothing is copied',
    (sentence) => expect(JSON.stringify(among(SHOTS, sentence))).not.toContain('"copy"'),
  );
});

describe('a folder of two names, and where it is', () => {
  const WEDDING = ['pictures/Boda Marta y Jon/', 'documents/Jon.pdf', 'documents/Ana.pdf', 'pictures/Tom and Ana/'];
  it.each([
    ['mueve las fotos de la carpeta Boda Marta y Jon al escritorio', 'pictures/Boda Marta y Jon'],
    [
      'mueve las fotos de la carpeta Boda Marta y Jon, que está en imágenes, al escritorio',
      'pictures/Boda Marta y Jon',
    ],
    ['move the photos in the folder Tom and Ana to the desktop', 'pictures/Tom and Ana'],
    ['move the photos in the Tom and Ana folder to the desktop', 'pictures/Tom and Ana'],
  ])('%s: one folder', (sentence, from) => {
    const calls = among(WEDDING, sentence);
    expect(calls).toMatchObject([{ name: 'move', args: { from, to: 'desktop' } }]);
    expect(calls).toHaveLength(1);
  });

  it.each([
    'mueve las fotos de la carpeta Luz y Jon al escritorio',
    'move the photos in the folder Luz and Ana to music',
  ])('%s: no such folder, and no file of half its name', (sentence) =>
    expect(typeof among(WEDDING, sentence)).toBe('string'),
  );
});

describe('a folder that nobody named', () => {
  const NEW = ['desktop/New folder/', 'desktop/Nueva carpeta/'];
  it.each([
    ['the folder New folder on my desktop should be called Mums paperwork, can you rename it', 'New folder'],
    ['the folder New folder on my desktop should be called Mums paperwork', 'New folder'],
    ['la carpeta Nueva carpeta del escritorio se debe llamar Mums paperwork', 'Nueva carpeta'],
  ])('%s', (sentence, name) =>
    expect(among(NEW, sentence)).toMatchObject([
      { name: 'rename', args: { from: `desktop/${name}`, to: 'Mums paperwork' } },
    ]),
  );

  it.each(['la carpeta que se llama Nueva carpeta, en el escritorio, renómbrala a Turnos', 'la carpeta llamada Luz'])(
    '%s: none is made',
    (sentence) => expect(JSON.stringify(among(NEW, sentence))).not.toContain('create_folder'),
  );
});

describe('a file to be written', () => {
  it.each([
    [
      'write a note in documents called door codes.txt with the text front 4471',
      'documents/door codes.txt',
      'front 4471',
    ],
    ['write a note on my desktop called todo saying buy milk', 'desktop/todo.txt', 'buy milk'],
    ['crea un txt en el escritorio que se llame compras y ponle: pan, leche', 'desktop/compras.txt', 'pan, leche'],
    ['haz una nota en documentos llamada «claves casa» que diga: 1234', 'documents/claves casa.txt', '1234'],
    ['haceme una nota en el escritorio que se llame compras.txt y que diga: toner', 'desktop/compras.txt', 'toner'],
  ])('%s', (sentence, file, text) =>
    expect(among([], sentence)).toMatchObject([{ name: 'write', args: { file, text } }]),
  );

  it.each(['agrega «leche» a documentos/lista.txt', 'add leche to documents/lista.txt'])(
    '%s: to that one',
    (sentence) =>
      expect(among(['documents/lista.txt', 'desktop/lista.txt'], sentence)).toMatchObject([
        { name: 'write', args: { file: 'documents/lista.txt', text: '\nleche', mode: 'append' } },
      ]),
  );

  it.each(['crea una carpeta en documentos que se llame compras', 'make a folder in documents called notes'])(
    '%s: a folder',
    (sentence) => expect(among([], sentence)).toMatchObject([{ name: 'create_folder' }]),
  );
});

describe('several names by an ending', () => {
  const INVOICES = ['documents/invoice 208.pdf', 'documents/A/invoice 209.pdf', 'documents/invoice 210.pdf'];
  it.each([
    'add _paid to the end of the names of invoice 208 and invoice 209',
    'agrega _paid al final de los nombres de invoice 208 e invoice 209',
  ])('%s: each its own', (sentence) =>
    expect(among(INVOICES, sentence)).toMatchObject([
      { name: 'rename', args: { from: 'documents/invoice 208.pdf', to: '{stem}_paid' } },
      { name: 'rename', args: { from: 'documents/A/invoice 209.pdf', to: '{stem}_paid' } },
    ]),
  );

  it.each([
    'rename invoice 208 and invoice 209 to paid',
    'add _paid to the end of the names of invoice 208 and invoice 7',
  ])('%s: nothing is renamed', (sentence) =>
    expect(JSON.stringify(among(INVOICES, sentence))).not.toContain('"rename"'),
  );
});

describe('a folder by where it lies, or as a whole', () => {
  const THERE = ['documents/Nave Sur/', 'documents/Nave Sur/Planos/', 'documents/Nave Norte/Planos/', 'desktop/a.dwg'];
  it.each([
    'los dwg que tengo en el escritorio muévelos a la carpeta Planos que está en Nave Sur',
    'mueve los dwg del escritorio a la carpeta Planos, que está en Nave Sur',
    'mueve los dwg del escritorio a la carpeta Planos que está en documentos dentro de Nave Sur',
    'move the dwgs on the desktop to the Planos folder that is in Nave Sur',
  ])('%s', (sentence) =>
    expect(among(THERE, sentence)).toMatchObject([
      { name: 'move', args: { from: 'desktop', to: 'documents/Nave Sur/Planos' } },
    ]),
  );

  it.each([
    'copia la carpeta Nave Sur completa al escritorio',
    'copia la carpeta entera de Nave Sur al escritorio',
    'copia toda la carpeta Nave Sur al escritorio',
    'copy the whole Nave Sur folder to the desktop',
  ])('%s', (sentence) =>
    expect(among(THERE, sentence)).toEqual([{ name: 'copy', args: { from: 'documents/Nave Sur', to: 'desktop' } }]),
  );
  it('of two, one of which is called so, it is asked', () =>
    expect(
      among([...THERE, 'documents/Nave Sur completa/'], 'copia la carpeta Nave Sur completa al escritorio'),
    ).toMatchObject([{ name: 'ask_person' }]));

  it.each([
    ['mueve los dwg del escritorio a Obra Norte/Planos', 'Obra Norte/Planos'],
    ['the dwgs on the desktop that start with A go in Site Photos/Plot 7', 'Site Photos/Plot 7'],
    ['mete en Escritos el a.dwg del escritorio', 'Escritos'],
    ['put in Letters the a.dwg from the desktop', 'Letters'],
  ])('%s', (sentence, folder) => {
    const calls = among([...THERE, `documents/${folder}/`, 'documents/Site Photos/'], sentence);
    expect(calls).toMatchObject([{ name: 'move', args: { to: `documents/${folder}` } }]);
  });
});

describe('two names with an "and"', () => {
  const WHOLE = ['pictures/Ana y Luis/', 'pictures/Ana y Luis/a.jpg', 'pictures/Ana/', 'documents/a.pdf'];
  it.each([
    'copia los jpg de Ana y Luis al escritorio',
    'copia los jpg de Ana y Luis de imágenes al escritorio',
    'copy the jpgs from Ana y Luis to the desktop',
  ])('%s: one folder, where it is called so', (sentence) =>
    expect(among(WHOLE, sentence)).toMatchObject([{ name: 'copy', args: { from: 'pictures/Ana y Luis' } }]),
  );
  it('«mueve a.pdf a Ana y Luis»: into that folder', () =>
    expect(among(WHOLE, 'mueve a.pdf a Ana y Luis')).toEqual([
      { name: 'move', args: { from: 'documents/a.pdf', to: 'pictures/Ana y Luis' } },
    ]));
  it.each(['copia los jpg de Ana y Jon al escritorio', 'borra los jpg de Ana y Jon', 'move a.pdf to Ana and Luis'])(
    '%s: nothing of one of them alone',
    (sentence) => expect(JSON.stringify(among(WHOLE, sentence))).not.toMatch(/"name":"(?:copy|trash|move)"/),
  );
});

describe('a folder with small words in its name', () => {
  const THERE = [
    'documents/Fin de curso/',
    'documents/Fin de curso/acta.pdf',
    'documents/Facturas/',
    'documents/Facturas/Ana.pdf',
    'pictures/End of term/',
    'documents/Minutes of the board/',
    'downloads/curso.pdf',
    'downloads/otro.pdf',
  ];
  const finds = (folder: string) => [{ name: 'find', args: { in: folder } }];

  it.each([
    ['cuantas fotos tengo en la carpeta Fin de curso?', 'documents/Fin de curso'],
    ['¿qué hay en la carpeta fin de curso?', 'documents/Fin de curso'],
    ['¿cuánto ocupa la carpeta Fin de curso de documentos?', 'documents/Fin de curso'],
    ['how many photos are in the End of term folder?', 'pictures/End of term'],
    ["what's in Minutes of the board?", 'documents/Minutes of the board'],
  ])('%s', (sentence, folder) => expect(among(THERE, sentence)).toMatchObject(finds(folder)));

  it.each([
    ['mueve los pdf de la carpeta Fin de curso al escritorio', ['documents/Fin de curso', '*.pdf', 'desktop']],
    ['mueve los pdf de descargas a Fin de curso', ['downloads', '*.pdf', 'documents/Fin de curso']],
    ['move the pdfs in downloads to the End of term folder', ['downloads', '*.pdf', 'pictures/End of term']],
    ['mueve los pdf de la carpeta Facturas de Ana al escritorio', ['documents/Facturas', '*Ana*.pdf', 'desktop']],
  ])('%s', (sentence, [from, name, to]) =>
    expect(among(THERE, sentence)).toMatchObject([{ name: 'move', args: { from, select: { names: [name] }, to } }]),
  );

  it.each([
    ['mueve los pdf de descargas a la carpeta Copias de seguridad', 'downloads/Copias de seguridad'],
    ['move the pdfs in downloads to the folder House of cards', 'downloads/House of cards'],
    ['mueve los pdf de descargas a la carpeta Clientes de documentos', 'documents/Clientes'],
  ])('%s: where there is none yet, all of them go there', (sentence, to) =>
    expect(among(THERE, sentence)).toMatchObject([{ name: 'move', args: { select: { names: ['*.pdf'] }, to } }]),
  );

  const HOUSE = ['documents/Casa Norte/', 'documents/Casa Norte/Planos/', 'documents/Casa Norte/Planos/a.dwg'];
  it.each([
    ['mueve los pdf de descargas a la carpeta Planos de Casa Norte', { to: 'documents/Casa Norte/Planos' }],
    ['mueve los dwg de la carpeta Planos de Casa Norte al escritorio', { from: 'documents/Casa Norte/Planos' }],
  ])('%s: the one that lies in the other', (sentence, args) =>
    expect(among(HOUSE, sentence)).toMatchObject([{ name: 'move', args }]),
  );

  it('where only the first half of the name is a folder, it is asked', () =>
    expect(among(HOUSE, 'mueve los pdf de descargas a la carpeta Planos de la obra')).toMatchObject([
      { name: 'ask_person', args: { options: ['documentos/Casa Norte/Planos'] } },
    ]));

  it('the text of a note is written as it was said', () =>
    expect(among(THERE, 'crea una nota x.txt en el escritorio que diga: mirar la carpeta Fin de curso')).toMatchObject([
      { name: 'write', args: { text: 'mirar la carpeta Fin de curso' } },
    ]));
});
