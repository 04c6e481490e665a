import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../../facts.js';
import { readingOf } from '../testing/first-reading.js';

const MOVED: Deed = {
  operation: 'move',
  machine: 'pc1',
  planId: 'p1',
  state: 'committed',
  from: 'downloads',
  to: 'documents',
  select: { kind: 'file' },
  entries: 3,
  names: ['a.pdf', 'b.exe', 'c.xlsx'],
};
const RENAMED: Deed = {
  operation: 'rename',
  machine: 'pc1',
  planId: 'p2',
  state: 'committed',
  from: 'documents/scan.pdf',
  entries: 1,
  names: ['lease 2042.pdf'],
};

/** What the job is done with when it is done anew. */
const anew = (sentence: string, deed = MOVED): unknown => {
  const [undo, again] = readingOf(sentence, [deed]);
  return undo?.act === 'undo' && again?.again === true ? again.things[0]?.select : undefined;
};

describe('a job of which less was meant', () => {
  it.each(['no no, solo los xlsx', 'only the xlsx', 'no, just the xlsx'])('%s: those alone', (sentence) =>
    expect(anew(sentence)).toEqual({ kind: 'file', names: ['*.xlsx'] }),
  );

  it.each([
    'menos los exe',
    'not the exe',
    'no, sin los exe',
    'los exe no',
    'not the exe, put that back in downloads',
    'los exe no, esos devuélvelos a descargas',
    'but not the exe, put it back where it was',
  ])('%s: without those', (sentence) => expect(anew(sentence)).toEqual({ kind: 'file', exclude: ['*.exe'] }));

  it.each([
    'not the exe, put that in music',
    'los exe no, esos bórralos',
    'no los borres',
    'menos los de otro planeta',
    'not the exe or whatever else',
    'solo los xlsx de música',
  ])('%s: nothing is done anew', (sentence) => expect(anew(sentence)).toBeUndefined());

  it('after a job whose things were named, "only those" is not known', () =>
    expect(anew('solo los xlsx', { ...MOVED, select: { names: ['*.pdf'] } })).toBeUndefined());
});

const renamed = (sentence: string, deed = RENAMED): unknown => {
  const [order] = readingOf(sentence, [deed]);
  return order?.act === 'rename' && order.things[0]?.pronoun === 'it' ? order.newName : undefined;
};

describe('a name that was mistyped', () => {
  it.each([
    ['typo sorry, it should be lease 2024', 'lease 2024'],
    ['perdón, quise decir contrato 2024', 'contrato 2024'],
    ['ay no, era lease mayo', 'lease mayo'],
  ])('%s: %s', (sentence, name) => expect(renamed(sentence)).toBe(name));

  const NAMED: Deed = { ...RENAMED, to: 'acta junta.docx', names: ['acta 3.docx'] };
  it.each([
    ['no, mejor acta vecinos', 'acta vecinos'],
    ['mejor acta vecinos.docx', 'acta vecinos.docx'],
    ['acta vecinos, mejor', 'acta vecinos'],
    ['sorry, acta vecinos instead', 'acta vecinos'],
  ])('%s: %s, which is much like the one it has', (sentence, name) => expect(renamed(sentence, NAMED)).toBe(name));

  it.each([
    'no, mejor no',
    'mejor otra cosa',
    'no, mejor el acta',
    'no, mejor acta en documentos',
    'no, mejor borra el acta junta',
    'mejor Marta',
    'acta vecinos',
  ])('%s: is no name for it', (sentence) => expect(renamed(sentence, NAMED)).toBeUndefined());

  it.each(['no, it was fine', 'it was great, thanks', 'era la de siempre'])('%s: is talk', (sentence) =>
    expect(renamed(sentence)).toBeUndefined(),
  );

  it('of several renamed at once it is not known which', () =>
    expect(renamed('sorry, it should be lease 2024', { ...RENAMED, entries: 3 })).toBeUndefined());
});
