import { describe, expect, it } from '@jest/globals';
import type { Call, Round } from './act/job.js';
import { answer } from './answer.js';
import { factsFor, firstMove, firstMoveAmong } from './testing/first-calls.js';

/** "borra los duplicados, quédate con …": which of the same files stays. */

const FILES = [
  { location: 'downloads/acta.txt', modified: '2026-02-01T00:00:00Z' },
  { location: 'downloads/acta (1).txt', modified: '2026-01-01T00:00:00Z' },
  { location: 'downloads/Copia de acta.txt', modified: '2026-03-01T00:00:00Z' },
];
const SETS = { ok: true, truncated: false, sets: [{ copies: 3, locations: FILES.map(({ location }) => location) }] };

const resultOf = ({ name, args }: Call, counted: number) => {
  if (name === 'duplicates') return SETS;
  if (args['limit'] === 0) return { ok: true, entries: [], totals: { entries: counted } };
  return { ok: true, entries: FILES.map((each) => ({ ...each, kind: 'file', size: 1 })), totals: { entries: 3 } };
};

/** The first trash, question or last words, in downloads with three of the same. `counted`: how many the names take. */
const after = (sentence: string, counted?: number): readonly Call[] | string => {
  const rounds: Round[] = [];
  for (;;) {
    const reply = answer({ facts: factsFor(sentence), sentence, rounds, stream: false });
    if ('content' in reply) return reply.content;
    if (!reply.calls.every(({ name }) => name === 'duplicates' || name === 'find')) return reply.calls;
    const size = (call: Call) => (call.args['select'] as { names?: string[] } | undefined)?.names?.length ?? 0;
    rounds.push({ calls: reply.calls, results: reply.calls.map((call) => resultOf(call, counted ?? size(call))) });
  }
};

const gone = (sentence: string): string[] => {
  const calls = after(sentence);
  if (typeof calls === 'string') return [calls];
  return calls.flatMap(({ name, args }) => [
    name,
    ...((args['select'] as { names?: string[] } | undefined)?.names ?? []),
  ]);
};

describe('which of the same files stays', () => {
  it.each([
    'delete the duplicates in downloads, keep the oldest',
    'delete the duplicate files in downloads and keep the oldest one of each',
    'borra los duplicados de descargas y deja el más antiguo de cada uno',
    'borra los archivos repetidos de descargas, quédate con la más vieja',
  ])('%s', (sentence) => expect(gone(sentence)).toEqual(['trash', 'acta.txt', 'Copia de acta.txt']));

  it.each([
    'delete the duplicates in downloads but keep the newest copy',
    'elimina los duplicados de descargas y conserva el más reciente',
    'borra los archivos duplicados de descargas, deja solo el más nuevo por favor',
  ])('%s', (sentence) => expect(gone(sentence)).toEqual(['trash', 'acta.txt', 'acta (1).txt']));

  it.each([
    'delete the duplicates in downloads and keep the originals',
    'borra los duplicados de descargas y deja el original',
    'borra los repetidos de descargas, quédate con los originales',
    'delete the duplicates in downloads, keep one of each',
    'borra los duplicados de descargas y quédate con una de cada',
    'borra los duplicados de descargas',
  ])('%s', (sentence) => expect(gone(sentence)).toEqual(['trash', 'acta (1).txt', 'Copia de acta.txt']));

  it.each([
    ['delete the duplicates in downloads, keep the ones without copia in the name', ['Copia de acta.txt']],
    ["delete the duplicates in downloads, keep the ones that don't have (1) in the name", ['acta (1).txt']],
    ['borra los duplicados de descargas, quédate con los que no tienen (1)', ['acta (1).txt']],
    ['borra los duplicados de descargas, deja los que no digan «copia» en el nombre', ['Copia de acta.txt']],
    ['borra los duplicados de descargas, deja los que tengan copia en el nombre', ['acta.txt', 'acta (1).txt']],
  ])('%s', (sentence, names) => expect(gone(sentence)).toEqual(['trash', ...names]));

  it.each([
    'delete the duplicates in downloads, keep the one in documents',
    'borra los duplicados de descargas, quédate con los de documentos',
    'borra los duplicados de descargas, deja los que tengan zeta en el nombre',
  ])('where none fits all stay: %s', (sentence) => expect(after(sentence)).toMatch(/no toqué nada|touched nothing/));

  it.each([
    'delete the duplicates in downloads, keep the prettiest',
    'borra los duplicados de descargas y deja los que me gustan',
    'borra los duplicados de descargas, quédate con las buenas',
  ])('a rule that is not understood stops it: %s', (sentence) => expect(typeof after(sentence)).toBe('string'));

  it.each([
    'borra las fotos de la carpeta Repetidas, quédate con la más nueva',
    'delete the photos in the folder Duplicates, keep the newest',
  ])('of what is no duplicate no rule gets lost: %s', (sentence) =>
    expect(JSON.stringify(firstMoveAmong(['pictures/Repetidas/', 'pictures/Duplicates/'], sentence))).not.toContain(
      '"trash"',
    ),
  );

  it('where names in another case would go along, each goes by itself', () =>
    expect(after('borra los duplicados de descargas', 3)).toMatchObject([
      { name: 'trash', args: { from: 'downloads/acta (1).txt' } },
      { name: 'trash', args: { from: 'downloads/Copia de acta.txt' } },
    ]));
});

describe('files of no bytes', () => {
  it.each([
    'delete the empty files in downloads, the ones with 0 bytes',
    'borra los archivos vacíos de descargas, los de 0 bytes',
    'delete the files in downloads that are 0 bytes',
    'borra los archivos de descargas que pesan cero bytes',
  ])('%s', (sentence) =>
    expect(firstMove(sentence)).toMatchObject([
      { name: 'trash', args: { from: 'downloads', select: { size: { max: 0 } } } },
    ]),
  );

  it.each(['borra los archivos de descargas de 10 kb', 'delete the files in downloads with 100 bytes'])(
    'another number is not nothing: %s',
    (sentence) => expect(JSON.stringify(firstMove(sentence))).not.toContain('"size"'),
  );
});
