import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../../facts.js';
import { firstMove } from '../testing/first-calls.js';

/** After a move of pngs (p1), a copy of jpgs (p2) and a deletion of zips in two plans (p3, p4): which jobs are taken back. */
const did = (planId: string, operation: string, more: Partial<Deed>): Deed => ({
  operation,
  machine: 'pc1',
  planId,
  state: 'committed',
  from: 'downloads',
  run: planId,
  ...more,
});
const DEEDS: Deed[] = [
  did('p1', 'move', { to: 'pictures', select: { names: ['*.png'] }, names: ['x.png'], entries: 1 }),
  did('p2', 'copy', { to: 'documents', select: { names: ['*.jpg', '*.jpeg'] } }),
  did('p3', 'trash', { select: { names: ['*.zip'] }, names: ['x.zip'], entries: 1, run: 'r' }),
  did('p4', 'trash', { from: 'desktop', select: { names: ['*.zip'] }, names: ['y.zip'], entries: 1, run: 'r' }),
];

const undone = (sentence: string, deeds = DEEDS): unknown[] => {
  const moved = firstMove(sentence, { deeds });
  return typeof moved === 'string' ? [] : moved.flatMap(({ name, args }) => (name === 'undo' ? [args['planId']] : []));
};

describe('undo takes back exactly the jobs that were meant', () => {
  it.each<[string, string[]]>([
    ['deshaz eso', ['p4', 'p3']],
    ['undo the last one', ['p4', 'p3']],
    ['deshaz los dos últimos cambios', ['p4', 'p3', 'p2']],
    ['undo the last two', ['p4', 'p3', 'p2']],
    ['undo the first one', ['p1']],
    ['deshaz lo primero', ['p1']],
    ['undo everything', ['p4', 'p3', 'p2', 'p1']],
    ['deja todo como estaba', ['p4', 'p3', 'p2', 'p1']],
    ['undo the move', ['p1']],
    ['deshaz la copia', ['p2']],
    ['deshaz lo de los png', ['p1']],
    ['recupera lo que borraste', ['p4', 'p3']],
    ['restaura lo que acabo de borrar', ['p4', 'p3']],
    ['restore the files I just deleted', ['p4', 'p3']],
    ['sácalos de la papelera', ['p4', 'p3']],
    ['get them back out of the trash', ['p4', 'p3']],
    ['bring them back from the bin', ['p4', 'p3']],
    ['get it back', ['p4', 'p3']],
    ['undo everything today', []],
    ['deshaz lo de los pdf', []],
  ])('%s: %j', (sentence, plans) => expect(undone(sentence)).toEqual(plans));

  it.each(['recupera notas.txt', 'restore notas', 'recover notas.txt please'])(
    '%s: the job about that one file',
    (sentence) => {
      const one = did('p5', 'trash', { names: ['notas.txt'], entries: 1, run: 'one' });
      const many = did('p6', 'trash', { names: ['notas.txt', 'b.txt'], entries: 2, run: 'many' });
      expect(undone(sentence, [one, ...DEEDS])).toEqual(['p5']);
      expect(undone(sentence, [many, ...DEEDS])).toEqual([]);
      expect(undone(sentence, [{ ...one, operation: 'copy' }])).toEqual([]);
    },
  );
  it.each([
    ['no, espera, deshaz lo de Olmo', ['o']],
    ['undo that of Olmo', ['o']],
    ['deshaz lo de Sauce', []],
    ['deshaz lo de documentos', []],
  ])('%s: the job that was about that folder', (sentence, plans) => {
    const about = (planId: string, folder: string): Deed =>
      did(planId, 'trash', { from: `documents/Proyecto ${folder}`, select: { names: ['*.bak'] } });
    expect(undone(sentence, [about('o', 'Olmo'), about('a', 'Alameda'), ...DEEDS.slice(0, 1)])).toEqual(plans);
  });

  it('where this conversation did nothing, the newest job of the machine only when it is said in so many words', () => {
    const calls = (sentence: string): unknown => firstMove(sentence, { deeds: [] });
    expect(calls('deshaz lo último')).toMatchObject([{ name: 'undo' }]);
    expect(calls('déjalo como estaba')).toMatchObject([{ name: 'ask_person' }]);
    expect(calls('put it back')).toMatchObject([{ name: 'ask_person' }]);
  });
  it('as many as were said, or it asks', () => expect(undone('undo the last two', DEEDS.slice(0, 1))).toEqual([]));
  it('no job of that kind: it asks', () => expect(undone('undo the move', DEEDS.slice(1))).toEqual([]));
});
