import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../../facts.js';
import { firstMoveAmong } from '../testing/first-calls.js';

const spoken = (operation: string, more: Partial<Deed>): Deed => ({
  operation,
  machine: 'pc1',
  run: 'r1',
  state: operation === 'find' || operation === 'read' ? 'looked' : 'committed',
  ...more,
});
const WRITTEN = spoken('write', { planId: 'p1', to: 'desktop/pedido.txt', entries: 1, names: ['pedido.txt'] });
const READ = spoken('read', { from: 'desktop/pedido.txt' });
const PDF = spoken('find', { from: 'desktop', select: { names: ['*.pdf'] }, entries: 1, names: ['plan.pdf'] });
const said = (sentence: string, deed: Deed) => {
  const calls = firstMoveAmong(['desktop/pedido.txt', 'desktop/plan.pdf'], sentence, { deeds: [deed] });
  return typeof calls === 'string'
    ? 'words'
    : calls.map(({ name, args: { file, text, mode } }) => [name, file, text, mode]);
};

describe('adding to the note that was spoken of', () => {
  it.each([
    ['añádele también azúcar', '\nazúcar'],
    ['agrégale una línea que diga pagar la luz', '\npagar la luz'],
    ['añade al final "miércoles: libre"', '\nmiércoles: libre'],
    ['y anota "pan" en la nota', '\npan'],
    ['add 3 blackbirds to it', '\n3 blackbirds'],
    ['please add "call Ann" to that note', '\ncall Ann'],
    ['write milk at the end', '\nmilk'],
    ['agrégale: comprar pan', '\ncomprar pan'],
    ['añade a esa nota: pagar la luz', '\npagar la luz'],
    ['add to it: buy bread', '\nbuy bread'],
    ['add to the list: eggs, milk', '\neggs, milk'],
  ])('%s', (sentence, text) => {
    for (const deed of [WRITTEN, READ])
      expect(said(sentence, deed)).toEqual([['write', 'desktop/pedido.txt', text, 'append']]);
  });

  it.each(['agrégale otra línea', 'add another line to it'])('%s: which text is asked', (sentence) =>
    expect(said(sentence, WRITTEN)).toEqual([['ask_person', undefined, undefined, undefined]]),
  );

  it.each(['añádele azúcar', 'add 3 blackbirds to it'])(
    '%s: to no file that holds no text, and makes none',
    (sentence) => expect(said(sentence, PDF)).toEqual([['ask_person', undefined, undefined, undefined]]),
  );

  it.each([
    'add the pdfs to it',
    'add the prefix x_ to it',
    'añádele leche y muévelo a documentos',
    'add it to the folder Notes',
    'agrégale a la factura: _pagada',
  ])('%s: is no text', (sentence) => expect(JSON.stringify(said(sentence, WRITTEN))).not.toContain('append'));
});

describe('a note whose name stands between commas', () => {
  const written = (sentence: string) => {
    const calls = firstMoveAmong(['desktop/plan.pdf'], sentence);
    return typeof calls === 'string' ? 'words' : calls.map(({ name, args: { file, text } }) => [name, file, text]);
  };

  it.each([
    ['déjame una nota en el escritorio, pendientes.txt, que diga: llamar a Ana, a las 5.', 'desktop/pendientes.txt'],
    [
      'déjame en el escritorio una nota, pendientes.txt, con el texto: llamar a Ana, a las 5.',
      'desktop/pendientes.txt',
    ],
    ['hazme una nota, pendientes.txt, en el escritorio, que diga: llamar a Ana, a las 5.', 'desktop/pendientes.txt'],
    ['hazme una lista en el escritorio, ana, que ponga: llamar a Ana, a las 5.', 'desktop/ana.txt'],
    ['leave me a note on the desktop, ana.txt, saying llamar a Ana, a las 5.', 'desktop/ana.txt'],
    ['create a file in documents, ana.md, that says llamar a Ana, a las 5.', 'documents/ana.md'],
    ['leave me a note on the desktop, please, saying llamar a Ana, a las 5.', 'desktop/note.txt'],
  ])('%s', (sentence, file) => expect(written(sentence)).toEqual([['write', file, 'llamar a Ana, a las 5.']]));

  it.each([
    'déjame una nota en el escritorio, ana.txt, luis.txt, que diga: hola',
    'leave me a note on the desktop, ana.txt, luis.txt, saying hello',
  ])('%s: has one name or none', (sentence) => expect(written(sentence)).toBe('words'));
});
