import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../../facts.js';
import { firstMoveAmong } from '../testing/first-calls.js';

/** Acting on what was shown, made or taken back before: exactly that, never more. */

const deed = (operation: string, more: Partial<Deed>): Deed => ({
  operation,
  machine: 'pc1',
  run: `r-${operation}`,
  state: operation === 'find' ? 'looked' : 'committed',
  from: 'downloads',
  ...more,
});
const NAMES = ['acta.pdf', 'foto 1.jpg', 'foto 2.jpg', 'nota.txt'];
const LISTED = deed('find', { select: { kind: 'any' }, entries: 4, names: NAMES });
const HERE = [...NAMES, 'otra foto.jpg'].map((name) => `downloads/${name}`);

const moved = (sentence: string, deeds: Deed[], there = HERE) => {
  const calls = firstMoveAmong(there, sentence, { deeds });
  if (typeof calls === 'string') return 'words';
  return calls.map(({ name, args }) => [
    name,
    args['from'] ?? args['in'],
    (args['select'] as { names?: string[] })?.names,
    args['to'],
  ]);
};

describe('what was shown', () => {
  it.each([
    ['sí, esas, cópialas a documentos', 'copy', 'documents'],
    ['yes, those, copy them to documents please', 'copy', 'documents'],
    ['yes please, put copies of those in documents', 'copy', 'documents'],
    ['mándalos a una carpeta Archivo Viejo en documentos', 'move', 'documents/Archivo Viejo'],
    ['put them in a folder called Old Stuff in documents', 'move', 'documents/Old Stuff'],
  ])('%s', (sentence, act, to) => expect(moved(sentence, [LISTED])).toEqual([[act, 'downloads', NAMES, to]]));

  it.each(['y cuántas de esas son jpg?', '¿cuántos de ellos son jpg?', 'how many of those are jpgs?'])(
    '%s: counted among those alone',
    (sentence) =>
      expect(moved(sentence, [LISTED])).toEqual([['find', 'downloads', ['foto 1.jpg', 'foto 2.jpg'], undefined]]),
  );

  it.each(['cuántas de esas son de acta y de nota?', 'how many of those are notes and these?'])(
    '%s: adds nothing to them',
    (sentence) => expect(JSON.stringify(moved(sentence, [LISTED]))).not.toContain('otra'),
  );

  it.each([
    'get rid of the big ones',
    'borra los grandes de esos',
    'delete the old ones',
    'trash the small ones of those',
  ])('%s: asks for the measure, and takes none of them', (sentence) =>
    expect(moved(sentence, [LISTED])).toEqual([['ask_person', undefined, undefined, undefined]]),
  );

  it.each([
    'y los otros bórralos',
    'los demás bórralos',
    'borra los otros',
    'the others you can delete',
    'now delete the rest',
  ])('%s: what is left of them when some are gone', (sentence) => {
    const taken = deed('move', {
      to: 'pictures',
      planId: 'p1',
      entries: 2,
      names: ['foto 1.jpg', 'foto 2.jpg'],
      select: { names: ['*.jpg'] },
    });
    const left = ['downloads/acta.pdf', 'downloads/nota.txt', 'downloads/otra foto.jpg'];
    expect(moved(sentence, [LISTED, taken], left)).toEqual([
      ['trash', 'downloads', ['acta.pdf', 'nota.txt'], undefined],
    ]);
  });
});

describe('what was taken back', () => {
  const undone = [
    deed('move', {
      to: 'documents/Actas',
      planId: 'p1',
      state: 'undone',
      entries: 1,
      names: ['acta.pdf'],
      select: { names: ['*.pdf'] },
    }),
    deed('undo', { from: 'documents/Actas', to: 'downloads', planId: 'p2', undoOf: 'p1', entries: 1 }),
  ];
  it.each([
    'sorry, my mistake, do move them after all',
    'sí, muévelos de todos modos',
    'no, move it anyway',
    'yes, move them after all',
  ])('%s: is done again, to where it was said then', (sentence) =>
    expect(moved(sentence, undone)).toEqual([['move', 'downloads', ['acta.pdf'], 'documents/Actas']]),
  );

  it('another deed of it still asks where to', () =>
    expect(moved('sí, cópialos', undone)).toEqual([['ask_person', undefined, undefined, undefined]]));
});

describe('back where it was', () => {
  const trashed = deed('trash', { planId: 'p1', entries: 2, names: ['x.pdf', 'y.pdf'], select: { names: ['*.pdf'] } });
  it.each(['put them back in downloads', 'ponlos otra vez en descargas', 'move them back to downloads'])(
    '%s: out of the trash',
    (sentence) => expect(moved(sentence, [trashed])).toEqual([['undo', undefined, undefined, undefined]]),
  );

  it.each(['put them back in documents', 'ponlos en documentos'])('%s: not from where they never were', (sentence) =>
    expect(moved(sentence, [trashed])).toEqual([['ask_person', undefined, undefined, undefined]]),
  );
});

describe('another folder after one was made', () => {
  const made = deed('create-folder', {
    from: undefined,
    to: 'documents/Taller',
    planId: 'p1',
    entries: 1,
    names: ['Taller'],
  });
  const folders = (sentence: string, deeds: Deed[]) => {
    const calls = firstMoveAmong(['documents/Taller/'], sentence, { deeds });
    return typeof calls === 'string' ? [] : calls.map(({ name, args: { folder } }) => [name, folder]);
  };
  it.each([
    'y dentro de esa otra que se llame Fotos',
    'y adentro una llamada Fotos',
    'and inside that one another called Fotos',
    'another one inside it called Fotos',
  ])('%s', (sentence) => expect(folders(sentence, [made])).toEqual([['create_folder', 'documents/Taller/Fotos']]));
  it('after anything else "otra" is no folder', () =>
    expect(folders('y dentro de esa otra que se llame Fotos', [LISTED])).toEqual([]));
});
