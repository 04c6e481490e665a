import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Deed } from '../../facts.js';
import { firstMoveAmong } from '../testing/first-calls.js';
import { soManyIn } from './spoken.js';

const found = (run: string, name: string): Deed => ({
  operation: 'find',
  machine: 'pc1',
  run,
  state: 'looked',
  from: 'downloads',
  select: { names: [name] },
  entries: 1,
  names: [name],
});
const THERE = ['downloads/a.pdf', 'downloads/b.pdf', 'downloads/c.pdf'];
const TWO = [found('r1', 'a.pdf'), found('r2', 'b.pdf')];
const names = (sentence: string, deeds: Deed[], there = THERE): unknown => {
  const move = firstMoveAmong(there, sentence, { deeds });
  if (typeof move === 'string') return 'words';
  return move.flatMap(({ name, args }) => (args['select'] as { names?: string[] } | undefined)?.names ?? [name]);
};

describe('so many of what was spoken of last', () => {
  it.each([
    'ahora pon las dos en documentos',
    'mueve ambos a documentos',
    'y pasa los dos a documentos',
    'now move both to documents',
    'put the two in documents',
    'move both of them to documents please',
  ])('%s: one of each of two requests', (sentence) => expect(names(sentence, TWO)).toEqual(['b.pdf', 'a.pdf']));

  it.each(['mueve las tres a documentos', 'move all three to documents'])('%s: of fewer it asks', (sentence) =>
    expect(names(sentence, TWO)).toEqual(['ask_person']),
  );

  it('one that is gone meanwhile is not made up for', () =>
    expect(names('now move both to documents', TWO, ['downloads/b.pdf'])).toEqual(['ask_person']));

  it('never more and never fewer than were said, and always the newest', () => {
    const counts = fc.array(fc.record({ entries: fc.nat(4), operation: fc.constantFrom('find', 'move', 'copy') }));
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 4 }), (requests, count) => {
        const mentions = requests.map(({ entries, operation }, at): Deed[] => [
          { ...found(`r${at}`, `${at}`), operation, entries, state: operation === 'find' ? 'looked' : 'committed' },
        ]);
        const taken = soManyIn(mentions, count);
        const sum = taken.reduce((all, { entries = 0 }) => all + entries, 0);
        expect([0, count]).toContain(sum);
        expect(mentions.flat().slice(0, taken.length)).toEqual(taken);
      }),
    );
  });
});
