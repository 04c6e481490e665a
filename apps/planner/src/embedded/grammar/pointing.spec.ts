import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../../facts.js';
import { readingOf } from '../testing/first-reading.js';

const LISTED: Deed = {
  operation: 'find',
  machine: 'pc1',
  run: 'r',
  state: 'looked',
  from: 'downloads',
  select: { kind: 'any' },
  entries: 2,
  names: ['a.pdf', 'b.pdf'],
};

/** What the one thing of an order points at. */
const pointedAt = (sentence: string): unknown => {
  const [clause] = readingOf(sentence, [LISTED]);
  const thing = clause?.things[0];
  return clause?.things.length === 1 ? { pronoun: thing?.pronoun, of: thing?.of, narrows: thing?.narrows } : undefined;
};

describe('words that point back', () => {
  it.each([
    ['muévelo a documentos', { pronoun: 'it' }],
    ['move that one to documents', { pronoun: 'it' }],
    ['muévelos a documentos', { pronoun: 'them' }],
    ['move those two to documents', { pronoun: 'them' }],
    ['pasa todo eso a documentos', { pronoun: 'that' }],
    ['rename that copy to a2', { pronoun: 'it', of: 'copies' }],
    ['borra las copias', { pronoun: 'them', of: 'copies' }],
    ['borra la original', { pronoun: 'it', of: 'originals' }],
    ['delete both originals', { pronoun: 'them', of: 'originals' }],
    ['rename that folder to B', { pronoun: 'it', of: 'folder' }],
    ['move just the docx ones to documents', { narrows: true }],
    ['mueve solo los pdf a documentos', { narrows: true }],
    ['delete the bigger one', { narrows: true }],
  ])('%s: %j', (sentence, pointing) =>
    expect(pointedAt(sentence)).toEqual({ pronoun: undefined, of: undefined, narrows: undefined, ...pointing }),
  );

  it.each(['rename that pdf to plan', 'renombra ese pdf a plano', 'y ese pdf llámalo plano', 'borra este pdf'])(
    '%s: the one of its kind that was spoken of',
    (sentence) =>
      expect(readingOf(sentence, [LISTED])[0]?.things).toMatchObject([
        { pointed: true, count: 1, select: { names: ['*.pdf'] } },
      ]),
  );

  it('"copy" of something said is an order or a name, and points at nothing', () => {
    expect(readingOf('borra la copia de seguridad', [LISTED]).flatMap(({ things }) => things)).not.toContainEqual(
      expect.objectContaining({ of: 'copies' }),
    );
    expect(readingOf('copy them to documents', [LISTED])[0]).toMatchObject({ act: 'copy' });
  });

  it('which "ones" are to be changed is asked', () =>
    expect(readingOf('delete the ones', [LISTED])[0]?.things).toMatchObject([{ vague: 'some' }]));
});

describe('what is left', () => {
  it.each([
    ['borra el resto', {}],
    ['delete the rest', {}],
    ['mueve las demás facturas a documentos', { terms: ['facturas'] }],
    ['move the other photos to documents', { select: { category: ['image'] } }],
    ['borra el resto de los pdf', { select: { names: ['*.pdf'] } }],
    ['el otro contrato muévelo a documentos', { terms: ['contrato'], count: 1 }],
    ['y la otra bórrala', { count: 1 }],
    ['delete the other one', { count: 1 }],
    ['move the other photo to documents', { select: { category: ['image'] }, count: 1 }],
  ])('%s: %j', (sentence, thing) =>
    expect(readingOf(sentence, [LISTED])[0]?.things).toMatchObject([{ rest: true, ...thing }]),
  );
});
