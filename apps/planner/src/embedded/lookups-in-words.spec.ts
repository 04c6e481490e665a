import { describe, expect, it } from '@jest/globals';
import type { Round } from './act/job.js';
import { answer } from './answer.js';
import { factsFor, firstMove, firstMoveAmong } from './testing/first-calls.js';
import { plainly } from './text/speech.js';

/** What people ask about their files, and what they say of which files and where to. */

const finds = (select: object, more: object = {}) => [{ name: 'find', args: { select, ...more } }];

const firstOf = (sentence: string): unknown => firstMove(sentence)[0];

describe('which files speak of something', () => {
  it.each([
    ['¿En cuál de los txt de documentos se menciona Inmobiliaria Cruz?', 'Inmobiliaria Cruz', 'documents'],
    ['Which of the text files in documents mentions Brightwater?', 'Brightwater', 'documents'],
    ['which of my notes in documents mentions walnut veneer?', 'walnut veneer', 'documents'],
    ['en qué archivo de texto de documentos apunté lo de la hipoteca?', 'hipoteca', 'documents'],
    ['which text file in documents contains the word indemnity?', 'indemnity', 'documents'],
  ])('%s', (sentence, text, place) => expect(firstMove(sentence)).toMatchObject(finds({ text }, { in: place })));

  it.each([
    ['qué archivos hablan de la luz', 'luz'],
    ['which document talks about the bank', 'bank'],
    ['hay algún archivo que hable de pagar?', 'pagar'],
    ['busca archivos que digan luz adentro', 'luz'],
  ])('%s', (sentence, text) => expect(firstOf(sentence)).toMatchObject({ name: 'find', args: { select: { text } } }));
});

describe('what was downloaded', () => {
  it.each(['what did I download today?', 'qué bajé hoy?'])('%s', (sentence) => {
    const modified = { from: expect.stringMatching(/^2026-11-18/), to: expect.stringMatching(/^2026-11-18/) };
    expect(firstOf(sentence)).toMatchObject({ name: 'find', args: { in: 'downloads', select: { modified } } });
  });

  it.each(['qué es lo último que descargué?', 'what did I download last?'])('%s', (sentence) =>
    expect(firstMove(sentence)).toMatchObject([
      { name: 'find', args: { in: 'downloads', sort: 'modified', order: 'desc', limit: 1 } },
    ]),
  );
});

describe('counting', () => {
  it('"cuántas facturas tengo" counts by the names, "en total" is no folder', () => {
    expect(firstMove('cuántas facturas tengo en el escritorio?')).toMatchObject(
      finds({ names: expect.arrayContaining(['factura*']) }, { in: 'desktop' }),
    );
    expect(firstMove('cuántos pdf hay en total?')).toHaveLength(6);
  });
});

describe('what somebody has', () => {
  it.each(['qué facturas tengo?', '¿qué facturas tenemos?', 'qué facturas hay?'])('%s', (sentence) =>
    expect(firstOf(sentence)).toMatchObject({
      name: 'find',
      args: { select: { names: ['*factura*'] } },
    }),
  );

  it.each(['tengo las facturas', 'tenemos fotos en descargas', 'ya tengo que irme'])(
    'is no order to change anything: %s',
    (sentence) => expect(JSON.stringify(firstMove(sentence))).not.toMatch(/"(?:move|copy|trash|rename|write)"/),
  );
});

describe('what is called by a word of the other language', () => {
  const NONE = { ok: true, entries: [], totals: { entries: 0, files: 0, folders: 0, bytes: 0 } };
  const afterNone = (sentence: string) => {
    const facts = factsFor(sentence);
    const rounds: Round[] = [];
    for (let looks = 0; looks < 2; looks++) {
      const reply = answer({ facts, sentence, rounds, stream: false });
      if ('calls' in reply) rounds.push({ calls: reply.calls, results: reply.calls.map(() => NONE) });
    }
    return answer({ facts, sentence, rounds, stream: false });
  };

  it.each([
    ['how many invoices are in downloads?', '*factura*'],
    ['¿cuántos recibos hay en descargas?', '*receipt*'],
  ])('%s', (sentence, name) =>
    expect(afterNone(sentence)).toMatchObject({
      calls: [{ name: 'find', args: { select: { names: expect.arrayContaining([name]) } } }],
    }),
  );

  it('of a word without another it is just told that there are none', () =>
    expect(afterNone('how many zebras are in downloads?')).toMatchObject({ content: expect.stringContaining('0') }));
});

describe('what it has in its name', () => {
  it.each(['búscame todo lo que tenga Ortega en el nombre', 'busca todo lo que tenga Ortega en su nombre'])(
    '%s',
    (sentence) => expect(firstOf(sentence)).toMatchObject({ name: 'find', args: { select: { names: ['*Ortega*'] } } }),
  );
  it('"todo lo que tenga en descargas" is all that is there', () =>
    expect(firstMove('busca todo lo que tenga en descargas')).toMatchObject([
      { name: 'find', args: { in: 'downloads' } },
    ]));
});

describe('in which order', () => {
  it.each([
    ['list downloads by size', { sort: 'size', order: 'desc' }],
    ['muéstrame los archivos de descargas por tamaño', { sort: 'size', order: 'desc' }],
    ['show me the pdfs in downloads, smallest first', { sort: 'size', order: 'asc' }],
    ['lista las descargas por fecha, las más viejas primero', { sort: 'modified', order: 'asc' }],
  ])('%s', (sentence, order) =>
    expect(firstMove(sentence)).toMatchObject([{ name: 'find', args: { in: 'downloads', ...order } }]),
  );

  it('files are not put away by size', () => expect(typeof firstMove('sort downloads by size')).toBe('string'));
});

describe('a place that is said to be a folder', () => {
  it.each([
    ['borra los videos de la carpeta videos que pesen más de 30 mb', 'videos'],
    ['manda a la papelera las fotos de la carpeta fotos que pesen más de 5 mb, las otras déjalas', 'pictures'],
  ])('%s', (sentence, from) => expect(firstMove(sentence)).toMatchObject([{ name: 'trash', args: { from } }]));

  it('a folder "fotos de la boda" is not the place', () =>
    expect(typeof firstMove('borra los pdf de la carpeta fotos de la boda')).toBe('string'));
});

describe('where things go', () => {
  it.each([
    ['que se muevan los pdf de descargas a documentos', 'documents'],
    ['please can the pdfs in downloads be moved to documents', 'documents'],
    ['todos los pdf que tengo en descargas me los pones en documentos', 'documents'],
    ['los pdf que bajé a descargas llévalos a documentos', 'documents'],
    ['to keep things tidy, move the pdfs in downloads to documents', 'documents'],
    ['pasa los pdf de descargas a una carpeta Nuevos en el escritorio', 'desktop/Nuevos'],
    ['guarda los pdf de descargas en una carpeta nueva de documentos llamada Facturas 2026', 'documents/Facturas 2026'],
    ['Estimado, le agradecería mucho que moviera los pdf de descargas a documentos. Saludos, Ana', 'documents'],
    ['move the pdfs in downloads to documents please. Cheers, Priya', 'documents'],
  ])('%s', (sentence, to) =>
    expect(firstMove(sentence)).toMatchObject([
      { name: 'move', args: { from: 'downloads', select: { names: ['*.pdf'] }, to } },
    ]),
  );

  it('a list says where each kind goes', () =>
    expect(
      firstMove('en descargas separa las cosas: los pdf a una carpeta PDF y los exe a una carpeta Otros'),
    ).toMatchObject([
      { name: 'move', args: { from: 'downloads', select: { names: ['*.pdf'] }, to: 'downloads/PDF' } },
    ]));

  it('only a name is a signature', () => {
    expect(plainly('mueve los pdf. Gracias, Ana')).toBe('mueve los pdf');
    expect(plainly('mueve los pdf. Gracias, deshazlo')).toContain('deshazlo');
  });

  it('a folder without a name is asked for its name', () =>
    expect(firstMove('junta las capturas del escritorio en una carpeta')).toMatchObject([
      { name: 'ask_person', args: { question: expect.stringContaining('llamará') } },
    ]));

  it('those that say so are those whose names do', () =>
    expect(
      firstMoveAmong(
        ['desktop/presupuesto 2024.xlsx'],
        'mueve los archivos del escritorio que digan presupuesto a documentos',
      ),
    ).toMatchObject([{ name: 'move', args: { select: { names: ['*presupuesto*'] } } }]));

  it('duplicates of one kind are looked for before anything goes', () =>
    expect(firstMove('borra las fotos repetidas de descargas')).toMatchObject([
      { name: 'duplicates', args: { in: 'downloads', select: { category: ['image'] } } },
    ]));
});
