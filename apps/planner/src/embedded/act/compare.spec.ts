import { describe, expect, it } from '@jest/globals';
import { answer } from '../answer.js';
import { factsFor, firstMoveAmong, lastWordsAmong } from '../testing/first-calls.js';
import { readingOf } from '../testing/first-reading.js';
import type { Round } from './job.js';

/** Two folders side by side: only asked about, never changed. */

const LEDGERS = [
  'documents/Ledger A/',
  'documents/Ledger A/q1.xlsx',
  'documents/Ledger A/q3.xlsx',
  'documents/Ledger A/notes/may.txt',
  'documents/Ledger B/',
  'documents/Ledger B/Q1.xlsx',
  'documents/Ledger B/extra.pdf',
  'documents/Ledger B/may.txt',
];

const said = (sentence: string) =>
  readingOf(sentence).map(({ act, lacking, things, locs }) => [
    act,
    lacking === true,
    ...locs.map(({ loc }) => [loc.place, ...loc.path].filter(Boolean).join('/')),
    ...things.map(({ select }) => select.category?.[0] ?? select.names?.[0]),
  ]);

describe('what one has and the other has not', () => {
  it.each([
    ["What's in Class photos that isn't in Backup photos?", 'Class photos', 'Backup photos'],
    [
      "I think I forgot some of these. What's in Class photos that isn't in Backup photos?",
      'Class photos',
      'Backup photos',
    ],
    ['tell me which files are in Ledger A but not in Ledger B', 'Ledger A', 'Ledger B'],
    ["what's missing from Ledger B compared to Ledger A?", 'Ledger A', 'Ledger B'],
    ["what does Ledger A have that Ledger B doesn't?", 'Ledger A', 'Ledger B'],
    ['is everything in Ledger A also in Ledger B?', 'Ledger A', 'Ledger B'],
    ['¿qué hay en Boda que no esté en Copia boda?', 'Boda', 'Copia boda'],
    ['dime qué hay en Boda y no está en Copia boda', 'Boda', 'Copia boda'],
    ['¿qué le falta a Copia boda que sí esté en Boda?', 'Boda', 'Copia boda'],
    ['¿qué archivos de Boda faltan en Copia boda?', 'Boda', 'Copia boda'],
    ['¿está todo lo de Fin de curso en Copia de seguridad?', 'Fin de curso', 'Copia de seguridad'],
    ["what files are in my documents that aren't on the desktop", 'documents', 'desktop'],
  ])('%s', (sentence, first, second) => expect(said(sentence)).toEqual([['compare', true, first, second]]));

  it.each([
    ['¿qué fotos hay en Boda que no estén en Copia boda?', 'image'],
    ["which pdfs do I have in Boda that I don't have in Copia boda?", '*.pdf'],
  ])('%s: of one kind', (sentence, kind) =>
    expect(said(sentence)).toEqual([['compare', true, 'Boda', 'Copia boda', kind]]),
  );
});

describe('both of them', () => {
  it.each([
    ["compare the folders Ledger A and Ledger B, what's missing from B?", 'Ledger A', 'Ledger B'],
    ["what's the difference between Ledger A and Ledger B?", 'Ledger A', 'Ledger B'],
    ['are the folders Ledger A and Ledger B the same?', 'Ledger A', 'Ledger B'],
    ['can you compare my documents with my desktop please', 'documents', 'desktop'],
    ['compara las carpetas X e Y', 'X', 'Y'],
    ['compara X con Y de documentos', 'X', 'documents/Y'],
    ['compárame las carpetas Enero y Febrero y dime qué falta en Febrero', 'Enero', 'Febrero'],
    ['¿en qué se diferencian las carpetas Luz y Sombra?', 'Luz', 'Sombra'],
  ])('%s', (sentence, first, second) => expect(said(sentence)).toEqual([['compare', false, first, second]]));
});

describe('no question about two folders', () => {
  it.each([
    "copy what's in Ledger A that isn't in Ledger B to Ledger B",
    "delete what's in Ledger A that isn't in Ledger B",
    'move the files that are in Ledger A but not in Ledger B to the desktop',
    'compare Ledger A and Ledger B and delete what is missing',
    'compare Ledger A and Ledger B, then copy the missing ones to B',
    "Delete the zips in downloads. What's in Ledger A that isn't in Ledger B?",
    'borra lo que hay en Boda que no esté en Copia boda',
    'compara X e Y y borra lo que sobre',
    'compare a.pdf and b.pdf',
    'compara precios',
    'qué hay en descargas que no sea pdf',
    'are the pdfs in documents and downloads the same?',
  ])('%s', (sentence) => {
    expect(JSON.stringify(said(sentence))).not.toContain('compare');
    expect(JSON.stringify(firstMoveAmong(LEDGERS, sentence))).not.toMatch(/"name":"(?:move|copy|trash)"/);
  });
});

describe('what is told', () => {
  it('what only one has, by where it lies in it, and how many are alike', () => {
    const words = lastWordsAmong(LEDGERS, 'compare Ledger A and Ledger B');
    expect(words).toContain('Only in documents/Ledger A:\n• q3.xlsx (1 B)\n• notes/may.txt (1 B)\n');
    expect(words).toContain('Only in documents/Ledger B:\n• extra.pdf (1 B)\n• may.txt (1 B)\n');
    expect(words).toContain('Alike in name and size: 1.');
    expect(words).toContain('not by content');
  });

  it('only what was asked', () =>
    expect(lastWordsAmong(LEDGERS, "what's in Ledger A that isn't in Ledger B?")).not.toContain('extra.pdf'));

  it('that nothing is missing', () =>
    expect(
      lastWordsAmong(
        ['documents/X/', 'documents/X/a.txt', 'desktop/Y/', 'desktop/Y/a.txt'],
        '¿qué hay en X que no esté en Y?',
      ),
    ).toContain('Nada falta en escritorio/Y.'));

  it('a folder within the other is no part of it', () =>
    expect(
      lastWordsAmong(['documents/X/', 'documents/X/a.txt', 'documents/X/Y/', 'documents/X/Y/a.txt'], 'compara X con Y'),
    ).toContain('Iguales en nombre y tamaño: 1.'));

  it('one folder is not compared with itself', () =>
    expect(lastWordsAmong(LEDGERS, 'compare Ledger A with Ledger A')).toContain('the same folder'));
});

describe('what is spoken of then', () => {
  it('what only the first has, folder by folder', () =>
    expect(firstMoveAmong(LEDGERS, "what's in Ledger A that isn't in Ledger B?")).toMatchObject([
      { name: 'find', args: { in: 'documents/Ledger A', select: { names: ['q3.xlsx'] } } },
      { name: 'find', args: { in: 'documents/Ledger A/notes', select: { names: ['may.txt'] } } },
    ]));

  it('nothing, where nothing is missing: not what an older answer showed', () =>
    expect(firstMoveAmong(LEDGERS, "what xlsx are in Ledger B that aren't in Ledger A?")).toMatchObject([
      { name: 'places' },
    ]));
});

describe('large folders', () => {
  const sentence = 'compare Ledger A and Ledger B';
  const folders = LEDGERS.slice(0, 5).filter((path) => path.endsWith('/'));
  const page = (folder: string, from: number, all: number) => ({
    ok: true,
    entries: Array.from({ length: Math.min(25, all - from) }, (_, at) => {
      const name = `${folder.at(-1)}${from + at}.txt`;
      return { location: `${folder}/${name}`, name, kind: 'file', size: 1, modified: '2026-11-01T00:00:00Z' };
    }),
    totals: { entries: all, files: all, folders: 0 },
    ...(from + 25 < all && { cursor: String(from + 25) }),
  });

  const wordsOf = (amounts: Record<string, number>): { words: string; rounds: Round[] } => {
    const facts = factsFor(sentence);
    const rounds: Round[] = [];
    for (;;) {
      const reply = answer({ facts, sentence, rounds, stream: false });
      if ('content' in reply) return { words: reply.content, rounds };
      const results = reply.calls.map(({ args }) => {
        const folder = String(args['in']);
        const all = amounts[folder.slice(-1)];
        if (folder.includes('/') && all !== undefined) return page(folder, Number(args['cursor'] ?? 0), all);
        const entries = folders
          .map((path) => path.slice(0, -1))
          .filter(
            (location) =>
              JSON.stringify(args['select'] ?? '').includes(location.split('/').at(-1)!) && args['in'] === 'documents',
          )
          .map((location) => ({ location, name: location.split('/').at(-1)!, kind: 'folder', size: 0, modified: '' }));
        return { ok: true, entries, totals: { entries: entries.length, files: 0, folders: 0 } };
      });
      rounds.push({ calls: reply.calls, results });
    }
  };

  it('are read page by page', () => expect(wordsOf({ A: 60, B: 30 }).words).toContain('Ledger A (60 files)'));

  it('of more than are compared only how many there are is told', () => {
    const { words, rounds } = wordsOf({ A: 201, B: 3 });
    expect(words).toContain('too many (documents/Ledger A: 201 files; documents/Ledger B: 3 files)');
    expect(words).not.toContain('Only in');
    expect(rounds.length).toBeLessThan(6);
  });
});
