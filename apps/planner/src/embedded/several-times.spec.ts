import { describe, expect, it } from '@jest/globals';
import { firstMove } from './testing/first-calls.js';
import { readingOf } from './testing/first-reading.js';

/** Several spans of time or measures in one sentence: each is of what it was said of. */

const selects = (sentence: string) => readingOf(sentence).flatMap(({ things }) => things.map(({ select }) => select));
const days = (sentence: string) =>
  selects(sentence).map(({ modified }) => `${modified?.from?.slice(0, 10) ?? ''}..${modified?.to?.slice(0, 10) ?? ''}`);
const MARCH = '2026-03-01..2026-03-31';
const APRIL = '2026-04-01..2026-04-30';

describe('one month to one folder, another to another', () => {
  it.each([
    'mueve las fotos de marzo a una carpeta Marzo y las de abril a Abril',
    'mueve las fotos de marzo a la carpeta Marzo y las de abril a la carpeta Abril',
    'move the photos from march to a folder called March and the ones from april to April',
  ])('%s', (sentence) => expect(days(sentence)).toEqual([MARCH, APRIL]));
});

it.each([
  ['mueve las fotos de marzo y abril a documentos', ['2026-03-01..2026-04-30']],
  ['move the photos of april and march to documents', ['2026-03-01..2026-04-30']],
  ['lista los archivos de marzo y abril', ['2026-03-01..2026-04-30']],
  ['borra los pdf de marzo y los de mayo', [MARCH, '2026-05-01..2026-05-31']],
  ['delete the pdfs from march and the ones from may', [MARCH, '2026-05-01..2026-05-31']],
  ['mueve las fotos de abril a mayo', ['2026-04-01..2026-05-31']],
  ['enséñame lo que ha llegado a descargas en los últimos cinco días', ['2026-11-13..']],
  ['borra los pdf que han llegado a descargas este mes', ['2026-11-01..2026-11-30']],
])('%s', (sentence, spans) => expect(days(sentence)).toEqual(spans));

it.each(['mueve las fotos de marzo y mayo a documentos', 'borra los pdf de marzo de abril'])(
  '%s: no second month moves the first',
  (sentence) => expect(readingOf(sentence)).toEqual([]),
);

it.each([
  'borra los archivos de más de 10 MB y los de más de un año',
  'delete the files over 10 MB and the ones older than a year',
])('%s: either', (sentence) => {
  const [large, old, ...more] = selects(sentence);
  expect([large?.size?.min, large?.modified, old?.size, old?.modified?.from, more]).toEqual([
    10_000_001,
    undefined,
    undefined,
    undefined,
    [],
  ]);
  expect(old?.modified?.to).toMatch(/^2025-11-18/);
});

it.each(['which files do I have twice?', '¿tengo la misma foto dos veces?', '¿cuánto espacio ocupan los duplicados?'])(
  '%s: by contents',
  (sentence) => expect(readingOf(sentence)).toMatchObject([{ act: 'duplicates' }]),
);

it('either is carried out as either, and what is both but once', () =>
  expect(firstMove('borra los archivos de descargas de más de 10 MB y los de más de un año')).toMatchObject([
    { name: 'trash', args: { from: 'downloads', select: { kind: 'file', size: { min: 10_000_001 } } } },
    {
      name: 'trash',
      args: {
        from: 'downloads',
        select: { kind: 'file', size: { max: 10_000_000 }, modified: { to: '2025-11-18T12:00:00.000Z' } },
      },
    },
  ]));
it('what is said once of a list is of all of it', () =>
  expect(
    JSON.stringify(firstMove('borra los pdf y las fotos de descargas de más de 10 MB')).match(/10000001/g),
  ).toHaveLength(2));
