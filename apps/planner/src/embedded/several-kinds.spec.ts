import { describe, expect, it } from '@jest/globals';
import type { Call, Result, Round } from './act/job.js';
import { answer } from './answer.js';
import { factsFor } from './testing/first-calls.js';
import { readingOf } from './testing/first-reading.js';

/** Several kinds and where each of them goes, in one sentence. */

const goes = (sentence: string) =>
  readingOf(sentence).map(({ act, things, locs }) => {
    const to = locs.findLast(({ role, scene }) => role === 'to' || (role === 'in' && !scene))?.loc;
    const [from] = locs.filter(({ role, scene }) => role === 'from' || role === 'object' || scene);
    const select = things[0]?.select;
    return [
      act,
      from?.loc.place ?? from?.loc.path[0],
      select?.names?.[0] ?? select?.category?.[0],
      to?.place ?? to?.path[0],
    ];
  });

const PLACES = [
  ['move', 'downloads', '*.pdf', 'documents'],
  ['move', 'downloads', 'image', 'pictures'],
];
const YEARS = [
  ['move', 'Reports', '*2023*', '2023'],
  ['move', 'Reports', '*2024*', '2024'],
];

describe('each kind to its folder', () => {
  it.each([
    'de descargas, los pdf a documentos y las fotos a imágenes',
    'descargas: pdf a documentos, fotos a imágenes',
    'mueve de descargas:\n- los pdf a documentos\n- las fotos a imágenes',
    'en descargas, los pdf van a documentos y las fotos a imágenes',
    'from downloads, pdfs to documents, photos to pictures',
    'everything in downloads: pdfs into documents, images into pictures',
    'put from downloads: pdfs in documents, photos in pictures',
  ])('%s', (sentence) => expect(goes(sentence)).toEqual(PLACES));

  it('copies where the heading says so', () =>
    expect(goes('copia de descargas: los pdf a documentos y las fotos a imágenes')).toEqual(
      PLACES.map(([, ...rest]) => ['copy', ...rest]),
    ));

  it.each([
    'in Reports the ones with 2023 in the name go to 2023 and the ones with 2024 to 2024',
    'in the Reports folder put the ones with 2023 in the name in a subfolder 2023 and the ones with 2024 in a subfolder 2024',
    'in Reports, move files with 2023 in the name to a folder 2023 and files with 2024 to a folder 2024',
    'in Reports, every file with 2023 in the name goes in the folder 2023 and every file with 2024 in the name goes in the folder 2024',
    'en Reports los que tengan 2023 en el nombre van a la carpeta 2023 y los que tengan 2024 en el nombre van a la carpeta 2024',
    'en Reports los que tengan 2023 en el nombre van a una carpeta 2023 y los que tengan 2024 a una carpeta 2024',
    'en la carpeta Reports mete los de 2023 en el nombre en una carpeta 2023 y los de 2024 en una carpeta 2024',
  ])('%s', (sentence) => expect(goes(sentence)).toEqual(YEARS));
});

it.each([
  'move the first three pdfs from downloads to documents',
  'in Reports move some of the ones with 2023 in the name to 2023',
  'move most of the files with 2023 in the name from Reports to 2023',
])('%s: some are not all', (sentence) =>
  expect(readingOf(sentence).every(({ things }) => things.some(({ vague }) => vague === 'some'))).toBe(true),
);

describe('a folder called as the kind that goes into it', () => {
  it.each([
    ['mueve los pdf de descargas a PDF', 'PDF'],
    ['move the pdfs in downloads to PDF', 'PDF'],
    ['put the photos in downloads in a folder Photos', 'Photos'],
    ['mueve los excel de descargas a Excel', 'Excel'],
  ])('%s', (sentence, folder) => expect(goes(sentence)[0]![3]).toBe(folder));

  it.each([
    'pasa los word de descargas a PDF',
    'convierte los word de descargas a PDF',
    'mueve los pdf de descargas a pdf',
  ])('%s: is a format', (sentence) => expect(readingOf(sentence)).toEqual([]));
});

it.each(['mete los pdf de descargas en la primera', 'move the pdfs in downloads to the second'])(
  '%s: is no name of a folder',
  (sentence) => expect(readingOf(sentence).flatMap(({ locs }) => locs.flatMap(({ loc }) => loc.path))).toEqual([]),
);

const played = (sentence: string, found: Record<string, readonly string[]>): Call[] => {
  const rounds: Round[] = [];
  for (let turn = 0; turn < 30; turn++) {
    const reply = answer({ facts: factsFor(sentence), sentence, rounds, stream: false });
    if ('content' in reply) break;
    rounds.push({
      calls: reply.calls,
      results: reply.calls.map((call, at) => resultOf(call, found, `p${turn}-${at}`)),
    });
    if (reply.calls[0]!.name === 'ask_person') break;
  }
  return rounds.flatMap(({ calls }) => calls);
};

const resultOf = ({ name, args }: Call, found: Record<string, readonly string[]>, planId: string): Result => {
  if (name !== 'find') return name === 'commit' ? { ok: true, status: 'committed' } : { ok: true, planId, ...args };
  const { kind } = args['select'] as { kind?: string };
  const paths = kind === 'folder' ? (found[String(args['in'])] ?? []) : [];
  const entries = paths.map((location) => ({ location, name: location.split('/').at(-1)!, kind: 'folder' }));
  return { ok: true, entries, totals: { entries: entries.length } };
};

describe('one order in several halves', () => {
  const ALUMNOS = { documents: ['documents/Alumnos'] };

  it('never looks twice for the same before anything is changed', () => {
    const calls = played(
      'en la carpeta Alumnos mete los archivos de Lucía en una carpeta Lucía y los de Mateo en una carpeta Mateo',
      ALUMNOS,
    );
    const first = calls.slice(
      0,
      calls.findIndex(({ name }) => name === 'commit'),
    );
    const looks = first.filter(({ name }) => name === 'find').map((call) => JSON.stringify(call));
    expect(new Set(looks).size).toBe(looks.length);
  });

  it('asks about one half before any is done', () => {
    const calls = played('en descargas mueve los pdf a documentos y las fotos blurk a imágenes', {});
    const commits = calls.filter(({ name }) => name === 'commit');
    expect(calls.at(-1)!.name).toBe('ask_person');
    expect(commits).toMatchObject([{ args: { plans: [], leave: [expect.any(String)] } }]);
    expect(JSON.parse(String(calls.at(-1)!.args['draft']))).toMatchObject({ done: 0 });
  });
});
