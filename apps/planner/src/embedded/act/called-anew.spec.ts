import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../../facts.js';
import { firstMove, firstMoveAmong } from '../testing/first-calls.js';
import { readingOf } from '../testing/first-reading.js';

const RENAMED: Deed = {
  operation: 'rename',
  machine: 'pc1',
  planId: 'p1',
  run: 'r1',
  state: 'committed',
  from: 'documents/proposal draft.docx',
  to: 'proposal final.docx',
  entries: 1,
};

/** The new name that is ordered for "it", if any. */
const nameOf = (sentence: string, deeds: readonly Deed[]): string | undefined => {
  const [clause, ...others] = readingOf(sentence, [...deeds]);
  const isIt = clause?.act === 'rename' && others.length === 0 && clause.things[0]?.pronoun === 'it';
  return isIt ? clause.newName : undefined;
};

describe('the one thing just spoken of is called otherwise', () => {
  it.each([
    ['sorry, call it proposal v2.docx instead', 'proposal v2.docx'],
    ['no, call it proposal v2', 'proposal v2'],
    ['actually, name it “Proposal v2.docx”', 'Proposal v2.docx'],
    ['change that to proposal v2.docx please', 'proposal v2.docx'],
    ['make that proposal v2.docx', 'proposal v2.docx'],
    ['perdón, mejor llámalo propuesta v2.docx', 'propuesta v2.docx'],
    ['no, que se llame Propuesta v2', 'Propuesta v2'],
    ['mejor ponle propuesta v2.docx', 'propuesta v2.docx'],
    ['ponle de nombre propuesta v2', 'propuesta v2'],
    ['cámbialo a propuesta v2.docx', 'propuesta v2.docx'],
    ['no, cámbiale el nombre a propuesta v2', 'propuesta v2'],
    ['sorry, wrong client. call it proposal Baker.docx instead', 'proposal Baker.docx'],
    ['me equivoqué de cliente, llámalo propuesta Ruiz', 'propuesta Ruiz'],
    ['perdona, ese no es el cliente. Llámalo propuesta Ruiz', 'propuesta Ruiz'],
  ])('%s', (sentence, name) => expect(nameOf(sentence, [RENAMED])).toBe(name));

  it.each([
    'ponle 2026 delante',
    'call it a day',
    'ponle música.mp3 al final',
    'cámbialo a documentos, y borra el otro',
    'call it off',
    'make it quick',
    'ponle un título',
    'sorry, wrong file. call it proposal Baker.docx',
    'ponle de nombre propuesta v2.docx a la copia',
  ])('%s: gives no name of a file', (sentence) => {
    const name = nameOf(sentence, [RENAMED]);
    expect(name === undefined || name.endsWith('.docx')).toBe(true);
  });

  it.each<[string, Deed]>([
    ['several things', { ...RENAMED, entries: 2 }],
    ['what is in the trash', { ...RENAMED, operation: 'trash' }],
    ['what was put back', { ...RENAMED, state: 'undone' }],
  ])('never %s', (_, deed) => {
    expect(nameOf('call it proposal v2.docx', [deed])).toBeUndefined();
    expect(JSON.stringify(firstMove('call it proposal v2.docx', { deeds: [deed] }))).not.toContain('"rename"');
  });

  const FILLED: Deed = {
    ...RENAMED,
    operation: 'move',
    from: 'downloads',
    to: 'desktop/Viaje',
    select: { category: ['image'] },
    made: true,
  };

  it.each([
    ['cámbiale el nombre a la carpeta, que se llame Vacaciones', 'Vacaciones'],
    ['que la carpeta se llame Vacaciones', 'Vacaciones'],
    ['call the folder Holidays instead', 'Holidays'],
  ])('%s: the folder that things were put in', (sentence, to) => {
    for (const deed of [FILLED, { ...FILLED, entries: 7 }])
      expect(firstMoveAmong(['desktop/Viaje/'], sentence, { deeds: [deed] })).toMatchObject([
        { name: 'rename', args: { from: 'desktop', select: { names: ['Viaje'] }, to } },
      ]);
  });

  it.each(['mejor llámala Vacaciones', 'call it Holidays'])(
    '%s: a file and a new folder for it, so it asks',
    (sentence) => expect(firstMove(sentence, { deeds: [FILLED] })).toMatchObject([{ name: 'ask_person' }]),
  );
});
