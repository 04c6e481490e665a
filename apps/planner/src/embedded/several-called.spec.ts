import { describe, expect, it } from '@jest/globals';
import { firstMoveAmong } from './testing/first-calls.js';

/** Several files by more than one word, in the singular or the plural, and by whole words. */

const ask = [{ name: 'ask_person' }];
const move = (select: unknown) => [{ name: 'move', args: { from: 'downloads', select } }];

describe('several words and a plural', () => {
  const FORMS = ['downloads/consent form Ali.pdf', 'downloads/Consent_Form Beth.pdf', 'downloads/forms.pdf'];
  it.each([
    'move the consent forms from downloads to documents',
    'move both consent forms to documents',
    'please put my consent forms in documents',
  ])('%s: all that are called so', (sentence) =>
    expect(firstMoveAmong(FORMS, sentence)).toMatchObject(move({ names: expect.arrayContaining(['*consent*form*']) })),
  );

  it.each([
    ['mueve las actas de la junta de descargas a documentos', 'downloads/acta junta mayo.pdf'],
    ['pasa los turnos noviembre de descargas a documentos', 'downloads/turno noviembre.pdf'],
    ['mueve mis recetas del abuelo a documentos', 'downloads/receta abuelo.pdf'],
  ])('%s: small words are let go', (sentence, file) =>
    expect(firstMoveAmong([file], sentence)).toMatchObject([{ name: 'move', args: { from: 'downloads' } }]),
  );

  it.each(['move the consent forms from downloads to documents, except the draft'])('%s: without it', (sentence) =>
    expect(firstMoveAmong([...FORMS, 'downloads/consent form draft.pdf'], sentence)).toMatchObject(
      move({ exclude: ['*draft*'] }),
    ),
  );

  it('both are never three', () =>
    expect(
      firstMoveAmong([...FORMS, 'downloads/consent form Cy.pdf'], 'move both consent forms to documents'),
    ).toMatchObject(ask));
});

describe('whole words', () => {
  const LOGS = ['downloads/kiln log May.csv', 'downloads/kiln catalog.csv'];
  it.each([
    ['move the kiln logs from downloads to documents', LOGS, 'kiln log May.csv'],
    ['move the kiln logs to documents', [...LOGS, 'music/kiln blog.csv'], 'kiln log May.csv'],
    [
      'mueve las actas de la junta de descargas a documentos',
      ['downloads/acta junta.pdf', 'downloads/exacta junta.pdf'],
      'acta junta.pdf',
    ],
  ])('%s: none whose name only holds the letters', (sentence, there, name) =>
    expect(firstMoveAmong(there, sentence)).toMatchObject(move({ names: [name] })),
  );

  it('only the letters: asked', () =>
    expect(
      firstMoveAmong(['downloads/kiln catalog.csv'], 'move the kiln logs from downloads to documents'),
    ).toMatchObject(ask));
});

describe('one that is called just so', () => {
  const ACCOUNTS = ['documents/annual accounts.pdf', 'documents/annual account notes.pdf', 'documents/floor plan.pdf'];
  it.each(['copy the annual accounts to the desktop', 'copy the annual accounts from documents to the desktop'])(
    '%s: that one',
    (sentence) =>
      expect(firstMoveAmong(ACCOUNTS, sentence)).toMatchObject([
        { name: 'copy', args: { from: 'documents/annual accounts.pdf' } },
      ]),
  );

  it('beside another', () =>
    expect(
      firstMoveAmong(ACCOUNTS, 'copy the annual accounts and the floor plan from documents to the desktop'),
    ).toMatchObject([{ name: 'copy', args: { select: { names: expect.arrayContaining(['annual accounts']) } } }]));

  it.each([
    ['delete the Beth Williams', ['documents/Beth William 1.pdf', 'documents/Beth William 2.pdf']],
    ['delete the floor plan', ['documents/floor plan a.pdf', 'documents/floor plan b.pdf']],
    ['borra el plano planta', ['documents/plano planta a.pdf', 'documents/plano planta b.pdf']],
    ['rename the floor plans to plans', ['documents/floor plan a.pdf', 'documents/floor plan b.pdf']],
  ])('%s: asked', (sentence, there) => expect(firstMoveAmong(there, sentence)).toMatchObject(ask));

  it.each(['move the consent forms folder to documents', 'move the folder consent forms to documents'])(
    '%s: the folder',
    (sentence) =>
      expect(firstMoveAmong(['downloads/consent forms/', 'desktop/consent form Ali.pdf'], sentence)).toMatchObject([
        { name: 'move', args: { from: 'downloads/consent forms' } },
      ]),
  );
});
