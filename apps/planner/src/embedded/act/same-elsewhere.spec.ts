import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../../facts.js';
import { firstMoveAmong } from '../testing/first-calls.js';

/** "The same in …": the rule of the last job is used again there, and the folder that is said is never changed itself. */

const THERE = [
  'documents/Proyecto Alameda/',
  'documents/Proyecto Olmo/',
  'documents/Proyecto Olmo/b.bak',
  'documents/Issued/',
  'desktop/anexo_visado.docx',
];
const done = (operation: string, more: Partial<Deed>): Deed => ({
  operation,
  machine: 'pc1',
  run: `r-${operation}-${more.to ?? ''}`,
  state: 'committed',
  planId: 'p1',
  entries: 1,
  ...more,
});
const TRASHED = done('trash', { from: 'documents/Proyecto Alameda', select: { names: ['*.bak'] }, names: ['a.bak'] });
const COPIED = done('copy', {
  from: 'documents/Proyecto Alameda',
  to: 'documents/Issued',
  select: { names: ['*.dwg'] },
  names: ['a.dwg'],
});
const SORTED = done('move', { from: 'downloads', to: 'downloads/PDF', select: { names: ['*.pdf'] }, names: ['a.pdf'] });

const calls = (sentence: string, deeds: Deed[]) => {
  const said = firstMoveAmong(THERE, sentence, { deeds });
  return typeof said === 'string'
    ? []
    : said.map(({ name, args }) => [name, args['from'] ?? args['in'], (args['select'] as object) ?? {}, args['to']]);
};

describe('the same in another folder', () => {
  it.each([
    'y lo mismo en Proyecto Olmo',
    'haz lo mismo con la carpeta Proyecto Olmo',
    'haz lo mismo con Proyecto Olmo',
    'y en Proyecto Olmo también',
    'and the same in Proyecto Olmo',
    'do the same with the Proyecto Olmo folder',
    'the same for Proyecto Olmo please',
  ])('%s', (sentence) =>
    expect(calls(sentence, [TRASHED])).toEqual([['trash', 'documents/Proyecto Olmo', { names: ['*.bak'] }, undefined]]),
  );

  it.each(['y lo mismo en Proyecto Olmo', 'and the same with Proyecto Olmo', 'and from Proyecto Olmo too'])(
    '%s: into the same folder',
    (sentence) =>
      expect(calls(sentence, [COPIED])).toEqual([
        ['copy', 'documents/Proyecto Olmo', { names: ['*.dwg'] }, 'documents/Issued'],
      ]),
  );

  it.each(['y lo mismo en documentos', 'do the same in documents', 'haz lo mismo con la carpeta de documentos'])(
    '%s: into such a folder there',
    (sentence) =>
      expect(calls(sentence, [SORTED])).toEqual([['move', 'documents', { names: ['*.pdf'] }, 'documents/PDF']]),
  );

  it.each([
    'y lo mismo con documentos',
    'the same for documents',
    'lo mismo en documentos y Proyecto Olmo',
    'y lo mismo en el escritorio y en Proyecto Olmo',
    'y lo mismo en Proyecto Olmo y Proyecto Alameda',
    'the same in Proyecto Olmo?',
    'y en Proyecto Olmo?',
  ])('%s: changes nothing', (sentence) => {
    expect(calls(sentence, [TRASHED]).filter(([name]) => name !== 'ask_person' && name !== 'find')).toEqual([]);
  });
});

describe('the same with another one, after a correction', () => {
  const first = done('move', { from: 'desktop/planos_visado.pdf', to: 'documents', names: ['planos_visado.pdf'] });
  const moved = done('move', {
    from: 'documents',
    to: 'documents/Visados',
    select: { names: ['planos_visado.pdf'] },
    names: ['planos_visado.pdf'],
  });
  it.each(['y lo mismo con el anexo', 'y el anexo también', 'and the anexo too'])(
    '%s: from where the first one came',
    (sentence) =>
      expect(calls(sentence, [first, moved])).toEqual([['move', 'desktop/anexo_visado.docx', {}, 'documents/Visados']]),
  );
});
