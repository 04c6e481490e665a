import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../../facts.js';
import { firstMove } from '../testing/first-calls.js';

const did = (planId: string, more: Partial<Deed>): Deed => ({
  operation: 'move',
  machine: 'pc1',
  planId,
  run: planId,
  state: 'committed',
  from: 'downloads',
  to: 'pictures',
  select: { names: ['*.jpg', '*.jpeg'] },
  entries: 2,
  names: ['a.jpg', 'b.jpg'],
  ...more,
});
const JPG = did('p1', {});
const PNG = did('p2', { operation: 'trash', select: { names: ['*.png'] }, names: ['a.png', 'b.png'] });

const undone = (sentence: string, deeds: Deed[] = [JPG, PNG]): unknown[] => {
  const moved = firstMove(sentence, { deeds });
  return typeof moved === 'string' ? [] : moved.flatMap(({ name, args }) => (name === 'undo' ? [args['planId']] : []));
};

describe('taking back in everyday words', () => {
  it.each<[string, string[]]>([
    ['uy no, deshaz lo que hiciste, los necesito para el sábado', ['p2']],
    ['no, deshacelo, los uso todos los días', ['p2']],
    ['oh no, undo that please, the church still wants them', ['p2']],
    ['mm no, deshaz las dos cosas', ['p2', 'p1']],
    ['uh no, volvelos a poner donde estaban', ['p2']],
    ['undo only the last one', ['p2']],
    ['devuelve los jpg a su sitio', ['p1']],
    ['put the jpgs back where they were', ['p1']],
    ['put the pngs back', ['p2']],
    ['deshaz lo de mover los jpg', ['p1']],
    ['undo moving the jpgs', ['p1']],
  ])('%s: %j', (sentence, plans) => expect(undone(sentence)).toEqual(plans));

  it.each([
    'no deshagas nada',
    "don't undo that",
    'did you undo the move?',
    'deshaz eso si puedes recuperar los pdf',
    'deshaz eso, pero solo los png de ayer',
    'devuelve los gif a su sitio',
    'put the jpgs back in music',
  ])('%s: takes nothing back', (sentence) => expect(undone(sentence)).toEqual([]));

  it.each(['y el anterior también', 'and the one before that', 'the previous one too'])(
    '%s: after something was taken back, the job before it',
    (sentence) => {
      const after = [
        JPG,
        { ...PNG, state: 'undone' as const },
        did('u', { operation: 'undo', undoOf: 'p2', select: undefined }),
      ];
      expect(undone(sentence, after)).toEqual(['p1']);
      expect(undone(sentence, [JPG, PNG])).toEqual([]);
    },
  );
});
