import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../../facts.js';
import { factsFor, firstMoveAmong } from '../testing/first-calls.js';
import { folderPut, isMadeHere } from './folders-made.js';

const deed = (operation: string, planId: string, more: Partial<Deed>): Deed => ({
  operation,
  machine: 'pc1',
  planId,
  run: planId,
  state: 'committed',
  entries: 1,
  ...more,
});
const MADE = deed('create-folder', 'p1', { to: 'desktop/Actas', names: ['Actas'] });
const one = (name: string) => ({ kind: 'any' as const, names: [name] });
const RENAMED = deed('rename', 'p2', { from: 'desktop', to: 'Minutas', select: one('Actas'), names: ['Actas'] });
const MOVED = deed('move', 'p3', { from: 'desktop', to: 'documents', select: one('Minutas'), names: ['Minutas'] });

describe('a folder that was made', () => {
  it('is followed through a new name and a move', () => {
    const facts = factsFor('ahí', { deeds: [MADE, RENAMED, MOVED] });
    expect(folderPut(RENAMED, facts)).toBe('desktop/Minutas');
    expect(folderPut(MOVED, facts)).toBe('documents/Minutas');
    expect(isMadeHere('documents/Minutas', facts)).toBe(true);
  });

  it('is not one that was there before, nor one taken back', () => {
    expect(folderPut(MOVED, factsFor('ahí', { deeds: [MOVED] }))).toBeUndefined();
    expect(isMadeHere('desktop/Actas', factsFor('ahí', { deeds: [{ ...MADE, state: 'undone' }] }))).toBe(false);
  });

  it.each([
    'y mete ahí los pdf de descargas',
    'now move the pdfs from downloads there',
    'mete dentro los pdf de descargas',
  ])('%s: into it, wherever it is now', (sentence) => {
    const there = ['desktop/Minutas/', 'documents/Minutas/', 'downloads/a.pdf'];
    const to = (deeds: Deed[]) => {
      const calls = firstMoveAmong(there, sentence, { deeds });
      return typeof calls === 'string' ? calls : calls.map(({ args }) => args['to']);
    };
    expect(to([MADE, RENAMED])).toEqual(['desktop/Minutas']);
    expect(to([MADE, RENAMED, MOVED])).toEqual(['documents/Minutas']);
  });

  const filled = (more: Partial<Deed>) => [
    MADE,
    deed('move', 'p4', {
      from: 'downloads',
      to: 'desktop/Actas',
      select: { names: ['*.pdf'] },
      entries: 2,
      names: ['a.pdf', 'b.pdf'],
      ...more,
    }),
  ];
  const renames = (sentence: string, deeds: Deed[]) => {
    const calls = firstMoveAmong([], sentence, { deeds });
    return typeof calls === 'string'
      ? []
      : calls.flatMap(({ name, args }) => (name === 'rename' ? [[args['from'], args['to']]] : []));
  };
  it.each(['ahora renómbrala a Actas 2025', 'y llámala Actas 2025', 'now rename it to Actas 2025'])(
    '%s: it, not what is in it',
    (sentence) => expect(renames(sentence, filled({}))).toEqual([['desktop/Actas', 'Actas 2025']]),
  );
  it('nothing is renamed that was there before', () =>
    expect(renames('now rename it to Actas 2025', filled({ to: 'desktop/Otra' }))).toEqual([]));
});
