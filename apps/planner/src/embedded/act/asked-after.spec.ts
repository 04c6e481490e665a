import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../../facts.js';
import { answer } from '../answer.js';
import { factsFor, firstMoveAmong } from '../testing/first-calls.js';

/** Questions about what was just done, looked at or read. */

const deed = (operation: string, more: Partial<Deed>): Deed => ({
  operation,
  machine: 'pc1',
  run: `r-${operation}`,
  state: 'looked',
  ...more,
});
const THERE = [
  'documents/Oak Street/',
  'documents/Oak Street/handover.txt',
  'documents/Elm Street/',
  'documents/Elm Street/handover.txt',
  'documents/Pacientes/',
  'documents/Pacientes/ficha_gato_misu.docx',
  'documents/Pacientes/ficha_perro.docx',
  'documents/ficha_gato_plantilla.docx',
];
const after = (deeds: Deed[], sentence: string) => firstMoveAmong(THERE, sentence, { deeds });

describe('which ones were done', () => {
  const change = (operation: string) =>
    deed(operation, { state: 'committed', planId: `p-${operation}01`, from: 'downloads', to: 'documents', entries: 2 });
  const DEEDS = [change('trash'), change('move'), deed('find', { from: 'documents', names: [], entries: 3 })];

  it.each([
    ['¿cuáles has movido?', 'p-move01'],
    ['which ones did you move?', 'p-move01'],
    ['which files were moved?', 'p-move01'],
    ['¿cuáles has borrado?', 'p-trash01'],
    ['which ones did you delete?', 'p-trash01'],
  ])('%s: of that kind the last', (sentence, planId) =>
    expect(after(DEEDS, sentence)).toMatchObject([{ name: 'plan', args: { planId } }]),
  );

  it.each(['¿cuáles has copiado?', 'which ones did you rename?'])(
    '%s: none was, so what was done is told',
    (sentence) => expect(after(DEEDS, sentence)).toMatchObject([{ name: 'history' }]),
  );

  it.each([
    [
      '¿cuáles has movido?',
      '2 elementos movidos:\n• descargas/a.pdf → documentos\n• descargas/b.pdf → documentos/b (1).pdf',
    ],
    [
      'which ones did you move?',
      '2 items moved:\n• downloads/a.pdf → documents\n• downloads/b.pdf → documents/b (1).pdf',
    ],
  ])('%s: by name, and where each is', (sentence, text) => {
    const entries = [
      { action: 'create-folder', kind: 'folder', to: 'documents' },
      { action: 'move', kind: 'folder', from: 'downloads/a.pdf', to: 'documents/a.pdf' },
      { action: 'move', kind: 'file', from: 'downloads/b.pdf', to: 'documents/b (1).pdf' },
    ];
    const rounds = [{ calls: [{ name: 'plan', args: {} }], results: [{ ok: true, entries }] }];
    const reply = answer({ facts: factsFor(sentence, { deeds: DEEDS }), sentence, rounds, stream: false });
    expect(reply).toEqual({ content: text });
  });
});

describe('which of those that were looked at', () => {
  const COUNTED = [deed('find', { from: 'documents/Pacientes', select: { kind: 'file' }, entries: 2, names: [] })];
  it.each([
    'y cuáles empiezan por ficha_gato?',
    'y cuáles tienen gato en el nombre?',
    'and which ones start with ficha_gato?',
    'which of them have gato in the name?',
  ])('%s', (sentence) =>
    expect(after(COUNTED, sentence)).toMatchObject([
      { name: 'find', args: { in: 'documents/Pacientes', select: { names: ['ficha_gato_misu.docx'] }, limit: 30 } },
    ]),
  );

  it('a folder that is named is where to look', () =>
    expect(after(COUNTED, 'cuáles empiezan por ficha_gato en documentos?')).toMatchObject([
      { name: 'find', args: { in: 'documents', select: { names: ['ficha_gato*'] } } },
    ]));
});

describe('the same file of another folder', () => {
  const READ = [deed('read', { from: 'documents/Oak Street/handover.txt' })];
  it.each([
    'and the one in Elm Street?',
    'what about the one in Elm Street?',
    'and the Elm Street one?',
    'y el de Elm Street?',
    '¿y el de la carpeta Elm Street?',
    'y el que está en Elm Street',
  ])('%s', (sentence) =>
    expect(after(READ, sentence)).toMatchObject([
      { name: 'read', args: { file: 'documents/Elm Street/handover.txt' } },
    ]),
  );

  it.each(['delete the one in Elm Street', 'and the pdfs in Elm Street?', 'y el de Elm Street bórralo'])(
    '%s: is another thing',
    (sentence) => expect(JSON.stringify(after(READ, sentence))).not.toMatch(/"name":"(?:read|trash)"/),
  );
});

describe('what a folder has', () => {
  it.each([
    'how many files has Elm Street got now?',
    'how many files does the Elm Street folder have?',
    '¿cuántos archivos tiene Elm Street ahora?',
    '¿qué hay ahora en Elm Street?',
    '¿qué tiene Elm Street?',
  ])('%s', (sentence) =>
    expect(after([], sentence)).toMatchObject([{ name: 'find', args: { in: 'documents/Elm Street' } }]),
  );

  it('a file has no files', () =>
    expect(JSON.stringify(after([], 'how many pages has handover.txt got?'))).not.toContain('"in":"documents/Elm'));
});
