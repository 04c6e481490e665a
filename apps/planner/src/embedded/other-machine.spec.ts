import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../facts.js';
import { firstMove, firstMoveAmong } from './testing/first-calls.js';

/** Files stay on their machine: what should go to another one is told so, and never done with files of that other one. */

const places = ['desktop', 'documents', 'downloads', 'pictures', 'music', 'videos'];
const machines = [
  { id: 'pc1', name: 'Oficina', online: true, places },
  { id: 'pc2', name: 'Laptop', online: true, places },
];
const onOffice = { machines, defaultMachine: 'pc1' };
const onLaptop = { machines, defaultMachine: 'pc2' };
const ACROSS =
  /^(?:Todavía no paso archivos de una máquina a otra|I do not pass files from one machine to another yet)/;

const SAID = [
  'send report.pdf to the laptop',
  'copia informe.pdf a la laptop',
  'move the photos from downloads to my laptop',
  'pasa las fotos de descargas a la otra computadora',
  'copy budget.xlsx to the other computer',
  'manda informe.pdf a otra compu',
  'send it to another computer',
  'pasa las fotos de esta compu a la laptop',
  'copia a.pdf y b.pdf de descargas a la laptop',
  'copy report.pdf from the laptop to the office computer',
  'mueve los pdf de descargas a la laptop, a documentos',
  'puedes pasar el informe.pdf a mi laptop?',
  'copia informe.pdf de mis documentos al escritorio de la laptop',
  'copy report.pdf from documents to the desktop of the laptop',
];

describe('to another machine', () => {
  it('said first', () => expect(firstMove('a la laptop copia informe.pdf', onOffice)).toMatch(ACROSS));

  it.each(SAID)('%s: told, with the other machine there', (sentence) =>
    expect(firstMove(sentence, onOffice)).toMatch(ACROSS),
  );

  it.each(SAID.filter((each) => !each.includes('esta compu')))('%s: told, with one machine', (sentence) =>
    expect(firstMove(sentence)).toMatch(ACROSS),
  );

  it.each([
    'copy the videos from Oficina to the videos folder on this pc',
    'copia el video de la compu Oficina a los videos de esta compu',
    'bring budget.xlsx from the office computer over to my desktop',
    'tráeme los pdf de la compu de la oficina a documentos',
  ])('%s: told, to this one', (sentence) => expect(firstMove(sentence, onLaptop)).toMatch(ACROSS));

  it("the laptop's documents: told as well, where there is a laptop", () =>
    expect(firstMove("copy report.pdf from downloads to the laptop's documents", onOffice)).toMatch(ACROSS));

  it.each([
    'mueve los pdf de descargas a documentos en la laptop',
    'mueve los pdf de las descargas de la laptop a los documentos de la laptop',
  ])('%s: within that one', (sentence) => expect(JSON.stringify(firstMove(sentence, onOffice))).toContain('pc2'));

  it.each(['copia esto a la compu de la oficina', 'manda los pdf de descargas a la pc de la oficina'])(
    '%s: told, from elsewhere',
    (sentence) => expect(firstMove(sentence, onLaptop)).toMatch(ACROSS),
  );

  it('of what was just done on another machine', () => {
    const deed: Deed = {
      operation: 'find',
      machine: 'pc2',
      run: 'r',
      state: 'looked',
      from: 'downloads',
      select: { names: ['a.pdf'] },
      entries: 1,
      names: ['a.pdf'],
    };
    expect(firstMove('ahora cópialo a la compu de la oficina', { ...onOffice, deeds: [deed] })).toMatch(ACROSS);
  });
});

describe('on another machine', () => {
  it.each([
    'en la laptop mueve los pdf de descargas a documentos',
    'mueve los pdf de descargas de la laptop a documentos',
    'move the pdfs from downloads to documents on the laptop',
  ])('%s', (sentence) =>
    expect(firstMove(sentence, onOffice)).toEqual([
      { name: 'move', args: { machine: 'pc2', from: 'downloads', select: { names: ['*.pdf'] }, to: 'documents' } },
    ]),
  );

  it('the machine it is on already, named as where to: only the folder is asked', () =>
    expect(firstMove('manda los pdf de descargas a la pc de la oficina', onOffice)).toMatchObject([
      { name: 'ask_person' },
    ]));
});

describe('one machine for what belongs together', () => {
  it('a folder that is made, and what is put into it', () => {
    const sentence = 'en la laptop crea una carpeta Vacunas en documentos y mueve ahí los pdf de descargas';
    const moves = [{ name: 'move', args: { machine: 'pc2', from: 'downloads', to: 'documents/Vacunas' } }];
    expect(firstMove(sentence, onOffice)).toMatchObject(moves);
  });

  const deed: Deed = {
    operation: 'find',
    machine: 'pc2',
    run: 'r',
    state: 'looked',
    from: 'documents',
    select: {},
    entries: 1,
    names: ['a.pdf'],
  };
  it.each(['and in its downloads?', '¿y en descargas?', 'what is in the downloads of that same computer?'])(
    '%s: of the one that was spoken of',
    (sentence) =>
      expect(firstMove(sentence, { ...onOffice, deeds: [deed] })).toMatchObject([
        { name: 'find', args: { machine: 'pc2', in: 'downloads' } },
      ]),
  );
  it.each(['copy it to my desktop', 'cópialo a mi escritorio', 'tráemelo al escritorio'])(
    '%s: it is not done there',
    (sentence) => expect(firstMove(sentence, { ...onOffice, deeds: [deed] })).toMatch(ACROSS),
  );
  it.each([
    'cópialo al escritorio',
    'cópialo al escritorio de ese mismo equipo',
    'cópialo a los documentos de esa misma compu',
    "copy it to that PC's desktop",
    "copy it to the laptop's desktop",
  ])('%s: there', (sentence) =>
    expect(firstMoveAmong(['documents/a.pdf'], sentence, { ...onOffice, deeds: [deed] })).toMatchObject([
      { name: 'copy', args: { machine: 'pc2', to: expect.stringMatching(/^(?:desktop|documents)$/) } },
    ]),
  );
  it("“copy it to the office computer's desktop”: it is not there", () =>
    expect(firstMove("copy it to the office computer's desktop", { ...onOffice, deeds: [deed] })).toMatch(ACROSS));
  it("“copy it to Maria's desktop”: nobody knows that one", () =>
    expect(firstMove("copy it to Maria's desktop", { ...onOffice, deeds: [deed] })).toEqual(expect.any(String)));
  it('«¿y en descargas de esta compu?»: of this one', () =>
    expect(JSON.stringify(firstMove('¿y en descargas de esta compu?', { ...onOffice, deeds: [deed] }))).not.toContain(
      'pc2',
    ));
});

describe('a machine with its article in the preposition', () => {
  it.each([
    'borra los zip de las descargas del PC Laptop',
    'borra los zip de las descargas del equipo Laptop',
    'borra los zip de descargas del ordenador de la laptop',
  ])('%s', (sentence) =>
    expect(firstMove(sentence, onOffice)).toMatchObject([
      { name: 'trash', args: { machine: 'pc2', from: 'downloads' } },
    ]),
  );
  it('goes there with "al"', () => expect(firstMove('copia informe.pdf al PC Laptop', onOffice)).toMatch(ACROSS));
  it.each(['borra los zip de las descargas del PC Cocina', 'borra las fotos del equipo de fútbol'])(
    '%s: none that is not known',
    (sentence) => expect(JSON.stringify(firstMove(sentence, onOffice))).not.toContain('"trash"'),
  );
});
