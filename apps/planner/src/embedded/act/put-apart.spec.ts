import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../../facts.js';
import { readingOf } from '../testing/first-reading.js';

/** Some of what was just moved belongs elsewhere: those are moved on, and nothing else is touched. */

const MOVED: Deed = {
  operation: 'move',
  machine: 'pc1',
  planId: 'p1',
  run: 'r1',
  state: 'committed',
  from: 'downloads',
  to: 'documents/Varios',
  select: {},
  entries: 3,
  names: ['a.pdf', 'cumbia.mp3', 'factura luz.pdf'],
};
const LOOKED: Deed = { ...MOVED, operation: 'find', state: 'looked', planId: undefined, to: undefined };
const read = (sentence: string, deed = MOVED) =>
  readingOf(sentence, [deed]).map(({ act, things, locs }) => [
    act,
    things,
    locs.map(({ role, loc }) => [role, loc.place]),
  ]);

const SONGS = { pronoun: 'them', select: { category: ['audio'] } };

describe('those are put elsewhere', () => {
  it.each([
    'no, las canciones no, esas ponlas en música',
    'las canciones no, ponlas en música',
    'not the songs, put those in music',
    'no, not the songs, put them in music instead',
  ])('%s', (sentence) =>
    expect(read(sentence)).toEqual([['move', [expect.objectContaining(SONGS)], [['to', 'music']]]]),
  );

  it('by words that something of the job is called by', () =>
    expect(read('la factura no, ponla en el escritorio')).toEqual([
      ['move', [expect.objectContaining({ pronoun: 'them', terms: ['factura'] })], [['to', 'desktop']]],
    ]));

  it.each([
    'el recibo no, ponlo en el escritorio',
    'las canciones no, bórralas',
    'las canciones no, ponlas en música y borra el resto',
  ])('%s: nothing is guessed', (sentence) => expect(read(sentence)).toEqual([]));

  it('of what was only looked at, “not the songs, put those in music” is not read as all but the songs', () =>
    expect(read('not the songs, put those in music', LOOKED)).toEqual([]));
});

describe('an exception behind its order', () => {
  it.each([
    ['trash them, but not the excel one', { exclude: expect.arrayContaining(['*.xlsx']) }],
    ['bórralos, pero el excel no', { exclude: expect.arrayContaining(['*.xlsx']) }],
    ['bórralos, pero los pdf no', { exclude: ['*.pdf'] }],
    ['delete them but not the word one', { exclude: expect.arrayContaining(['*.docx']) }],
  ])('%s', (sentence, select) =>
    expect(readingOf(sentence, [LOOKED])).toMatchObject([{ act: 'trash', things: [{ pronoun: 'them', select }] }]),
  );

  it.each(['borra los pdf pero hoy no', 'bórralos, pero no'])('%s: is none', (sentence) =>
    expect(readingOf(sentence, [LOOKED])).toEqual([]),
  );
});
