import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../facts.js';
import { firstMove } from './testing/first-calls.js';
import { goneOf, playedWith, type Same } from './testing/same-files.js';

/** After "have I got any duplicates in …?": what is said next is about what was shown, and one of each stays. */

const FOLDER = 'documents/Contratos';
const at = (name: string): string => `${FOLDER}/${name}`;
const ARRAS: Same = { size: 9, copies: 2, locations: [at('arras.pdf'), at('arras (1).pdf')] };
const PLAN: Same = { size: 5, copies: 3, locations: [at('plan (1).pdf'), at('plan.pdf'), at('plan - copia.pdf')] };
const NUMBERED: Same = { size: 3, copies: 2, locations: [at('x (1).pdf'), at('y (1).pdf')] };
const HELD: Same = { size: 3, copies: 2, locations: [at('a.pdf')], with: ['downloads/b.pdf'] };

const look = (more: Partial<Deed> = {}): Deed[] => [
  { operation: 'duplicates', machine: 'pc1', state: 'looked', from: FOLDER, ...more },
];
const gone = (sentence: string, sets: readonly Same[] = [ARRAS, PLAN], deeds = look()) =>
  goneOf(playedWith({ sets, deeds }, sentence));

describe('after a look for duplicates', () => {
  it.each([
    'delete the ones with (1) in the name',
    'delete those that have (1) in their names',
    'delete the files with (1) in the name',
    'delete the ones in Contratos with (1) in the name',
    'borra los que tienen (1) en el nombre',
    'borra los que llevan (1) en el nombre, por favor',
    'quita los que acaban en (1)',
  ])('%s: those of them', (sentence) => expect(gone(sentence)).toEqual([at('arras (1).pdf'), at('plan (1).pdf')]));

  it.each(['borra el que tiene (1) en el nombre', 'delete the one with (1) in the name'])(
    '%s: one, or it is asked which',
    (sentence) => {
      expect(gone(sentence, [ARRAS])).toEqual([at('arras (1).pdf')]);
      expect(gone(sentence)).toEqual(['ask_person']);
    },
  );

  it.each([
    'delete them',
    'bórralos',
    'delete the duplicates',
    'borra los repetidos',
    'bórralos de la carpeta Contratos',
  ])('%s: one of each stays', (sentence) =>
    expect(gone(sentence)).toEqual([at('arras (1).pdf'), at('plan (1).pdf'), at('plan - copia.pdf')]),
  );

  it('of which all would go, all stay', () => {
    expect(gone('borra los que tienen (1) en el nombre', [NUMBERED, ARRAS])).toEqual([at('arras (1).pdf')]);
    expect(gone('borra los que tienen (1) en el nombre', [NUMBERED])).toMatch(/no toqué nada/);
    expect(gone('delete the ones with zeta in the name')).toMatch(/touched nothing/);
  });

  it('with another folder, those of the first, and it may be left with none', () => {
    const deeds = look({ with: 'downloads' });
    const { looks, end } = playedWith({ sets: [HELD], deeds }, 'bórralos');
    expect(looks).toMatchObject([{ args: { in: FOLDER, with: 'downloads' } }]);
    expect(goneOf({ looks, end })).toEqual([at('a.pdf')]);
    expect(gone('borra los que tienen a en el nombre', [HELD], deeds)).toEqual([at('a.pdf')]);
    expect(gone('borra los duplicados y deja el más antiguo', [HELD], deeds)).toEqual(['ask_person']);
  });

  it.each(['move them to the desktop', 'cópialos al escritorio', 'rename them to x'])(
    '%s: never the folder that was looked through',
    (sentence) => expect(gone(sentence)).toEqual(['ask_person']),
  );

  it.each(['which ones are they?', '¿cuáles son?', '¿cuántos hay?'])('%s: looks again', (sentence) =>
    expect(playedWith({ sets: [ARRAS], deeds: look() }, sentence).looks).toMatchObject([{ args: { in: FOLDER } }]),
  );
});

describe('which files, and not what their names lose', () => {
  it.each([
    ['delete the files in downloads with (1) in the name', '*(1)*'],
    ['borra los archivos de descargas con (1) en el nombre', '*(1)*'],
    ['borra de descargas los que llevan copia en el nombre', '*copia*'],
    ['delete the ones in downloads that have draft in the name', '*draft*'],
    ['delete everything in downloads with draft in the name', '*draft*'],
  ])('%s', (sentence, name) =>
    expect(firstMove(sentence)).toMatchObject([
      { name: 'trash', args: { from: 'downloads', select: { names: [name] } } },
    ]),
  );

  it.each([
    ['quita el (1) de los nombres en descargas', '(1)'],
    ['elimina la palabra copia en los nombres de descargas', 'copia'],
    ['remove "draft" in the names of the files in downloads', 'draft'],
  ])('%s', (sentence, find) =>
    expect(firstMove(sentence)).toMatchObject([{ name: 'rename', args: { from: 'downloads', replace: { find } } }]),
  );

  it.each([
    'quita la palabra borrador que tienen los archivos en el nombre',
    'quita los guiones que tienen los archivos de descargas en el nombre',
    'quita lo que dice borrador en el nombre',
  ])('no file goes: %s', (sentence) => expect(JSON.stringify(firstMove(sentence))).not.toContain('"trash"'));
});

describe('several things, of which some are duplicates', () => {
  it.each([
    'delete the duplicates between downloads and documents',
    'delete the pdfs and the duplicate photos in downloads',
    'borra los pdf y las fotos repetidas de descargas',
  ])('%s: nothing goes, since contents tell of the one and words of the other', (sentence) =>
    expect(JSON.stringify(playedWith({ sets: [ARRAS] }, sentence).end)).not.toContain('"trash"'),
  );
});
