import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OTHER_VERBS } from './lexicon/verbs-other.js';
import { firstMove } from './testing/first-calls.js';

/** Laws of what must never be done: a change other than the one that was asked for. */

const WRITES = new Set(['move', 'copy', 'rename', 'trash', 'create_folder', 'write', 'undo']);
const writesOf = (sentence: string) => {
  const moved = firstMove(sentence);
  return typeof moved === 'string' ? [] : moved.filter(({ name }) => WRITES.has(name));
};

const ORDERS = [
  'borra los pdf de descargas',
  'mueve los pdf de descargas a documentos',
  'copia las fotos del escritorio en imágenes',
  'delete the pdfs in downloads',
  'move the pdfs from downloads to documents',
  'copy the photos on the desktop to pictures',
  'put the zips from downloads in documents',
  'vacía descargas',
  'ordena descargas por tipo',
  'borra los pdf de descargas de más de 10 MB',
  'move the photos from last month from downloads to pictures',
  'delete the screenshots on the desktop except the pdfs',
  'borra todos los archivos de descargas menos los pdf',
];
const order = fc.constantFrom(...ORDERS);
const nonsense = fc.stringMatching(/^[bdfglmnprst][aeiou][bdfglmnpr][bdfglmnpr]?[aeiou](?:xk|zg|wk)[aeo]s?$/);

describe('never a change that was not asked for', () => {
  it('a word nobody knows, put anywhere, stops the order or narrows it to names with that word', () => {
    fc.assert(
      fc.property(order, nonsense, fc.nat(), (sentence, word, at) => {
        const said = sentence.split(' ');
        said.splice(at % (said.length + 1), 0, word);
        const meant = writesOf(sentence);
        for (const { name, args } of writesOf(said.join(' '))) {
          expect(meant.map((call) => [call.name, call.args['from'], call.args['to']])).toContainEqual([
            name,
            args['from'],
            args['to'],
          ]);
          expect(JSON.stringify(args['select'])).toContain(word.replace(/s$/, ''));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a condition before or after an order stops it', () => {
    const conditions = [
      'si',
      'solo si',
      'siempre y cuando',
      'a menos que',
      'en caso de que',
      'mientras',
      'if',
      'unless',
      'in case',
      'as long as',
    ];
    const states = [
      'son viejos',
      'pesan más de 10 MB',
      'they are older than a year',
      'they are big',
      'están repetidos',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...conditions), fc.constantFrom(...states), order, (condition, state, sentence) => {
        expect(writesOf(`${condition} ${state}, ${sentence}`)).toEqual([]);
        expect(writesOf(`${sentence} ${condition} ${state}`)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('a verb of something else is never taken for one of ours, neither as it is nor with a slip', () => {
    const objects = fc.constantFrom(
      ' los pdf de descargas',
      ' las fotos del escritorio a documentos',
      ' the photos in downloads',
    );
    const slip = (word: string, at: number): string => {
      const cut = 1 + (at % Math.max(1, word.length - 2));
      return word.slice(0, cut) + word[cut + 1] + word[cut] + word.slice(cut + 2);
    };
    expect(writesOf('grabse las fotos del escritorio a documentos')).toEqual([]);
    fc.assert(
      fc.property(fc.constantFrom(...OTHER_VERBS), objects, fc.nat(), (verb, object, at) => {
        expect(writesOf((at % 2 === 1 && verb.length > 4 ? slip(verb, at) : verb) + object)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('an exception or a filter added never takes in another folder, and always changes what is selected', () => {
    const filters = ['de más de 10 MB', 'del mes pasado', 'menos los que empiecen por a', 'que contengan acta'];
    const orders = ['borra los pdf de descargas', 'borra los archivos de descargas', 'mueve los zip de descargas'];
    for (const filter of filters) {
      for (const base of orders) {
        const [call, ...more] = writesOf(`${base} ${filter}${base.startsWith('mueve') ? ' a documentos' : ''}`);
        expect(more).toEqual([]);
        if (!call) continue;
        expect(call.args['from']).toBe('downloads');
        const [plain] = writesOf(base.startsWith('mueve') ? `${base} a documentos` : base);
        expect(call.args['select']).not.toEqual(plain!.args['select']);
      }
    }
  });

  it.each([
    'si los pdf de descargas pesan más de 1 GB, bórralos',
    'borra los pdf de descargas el viernes',
    'delete the pdfs in downloads on friday',
    'borra los excel de documentos fotos del escritorio',
    'rota las fotos de descargas',
    'crop the photos in downloads',
    'scan the pdfs in downloads',
    'compress the pdfs in downloads',
    'zip the photos in downloads',
    'encripta los pdf de descargas y muévelos a documentos',
    'mueve los pdf de descargas a documentos y comprímelos',
    'merge the pdfs in downloads into one',
    'junta los pdf de descargas en un solo pdf',
    'borra los pdf de descargas que ya están en documentos',
    'delete pdfs in downloads that are also in documents',
    'borra los pdf de descargas que no están en documentos',
    'borra los pdf de descargas en el disco D',
    'en descargas, borra los pdf de la carpeta viejos',
    'move the first three pdfs from downloads to documents',
    'borra casi todos los pdf de descargas',
    'borra el pdf de descargas',
    'borra un pdf de descargas',
    'borra uno de los pdf de descargas',
    'delete one of the pdfs in downloads',
    'delete both pdfs in downloads',
    'borra los dos pdf de descargas',
    'borra la foto y el pdf de descargas',
  ])('%s', (sentence) => expect(writesOf(sentence)).toEqual([]));

  it('a description is not dropped: the vacation photos are not all photos', () => {
    expect(writesOf('delete the vacation photos in pictures')).toMatchObject([
      { args: { from: 'pictures', select: { category: ['image'], names: ['*vacation*'] } } },
    ]);
  });

  it.each([
    'borra los pdf de descargas y muévelos a documentos',
    'delete the pdfs in downloads and move them to documents',
    'ponle brillo a foto1.jpg del escritorio',
    'ponle subtítulos a y.mp4 de videos',
    'los pdf de descargas que lleven 2026_ al principio',
    'solo los de marzo, borra los pdf de descargas',
    'el viernes, borra los pdf de descargas',
    'mi jefe dice: borra los pdf de descargas',
    'no borres los zip, mueve los pdf de descargas a documentos',
    'borra los pdf de descargas porque pesan más de 10 MB',
  ])('%s: what is said around an order never widens it', (sentence) => expect(writesOf(sentence)).toEqual([]));

  it.each([
    ['quita los pdf de descargas y ponlos en documentos', 'move'],
    ['remove the pdfs from downloads and put them in documents', 'move'],
    ['crea una carpeta Facturas en documentos para guardar los recibos', 'create_folder'],
    ['make a folder called Bills in documents to keep the receipts', 'create_folder'],
    ['quiero que los nombres de los pdf de descargas terminen en _old', 'rename'],
    ['add 2026_ as a prefix to the pdfs in downloads', 'rename'],
    ['así no encuentro nada, mueve los pdf de descargas a documentos', 'move'],
  ])('%s: %s and nothing else', (sentence, name) =>
    expect(writesOf(sentence).map((call) => call.name)).toEqual([name]),
  );

  it('of two folders joined by "and" both are meant', () => {
    expect(writesOf('delete the pdfs in downloads and on the desktop').map(({ args }) => args['from'])).toEqual([
      'downloads',
      'desktop',
    ]);
  });
});
