import { describe, expect, it } from '@jest/globals';
import { readingOf } from './testing/first-reading.js';

/** What becomes of many names at once, and of which. */

const read = (sentence: string) => {
  const [only, ...others] = readingOf(sentence);
  if (!only || others.length > 0) return [];
  const { act, things, locs, newName, replace, affix, letterCase } = only;
  const from = locs.map(({ loc }) => [loc.place, ...loc.path].filter(Boolean).join('/'));
  const what = things.map(({ select, name, topic }) => name ?? topic ?? select.names?.[0] ?? 'all');
  return [act, newName ?? letterCase ?? affix?.text ?? [replace?.find, replace?.with], ...what, ...from];
};

describe('another ending of the same format', () => {
  it.each([
    'cambia las extensiones de jpeg a jpg en imágenes',
    'en imágenes cambia la extensión .jpeg por .jpg',
    'renombra los .jpeg de imágenes a .jpg',
    'pasa las fotos de imágenes con extensión jpeg a jpg',
    'change the extension of the jpeg files in pictures to jpg',
    'change the .jpeg extensions in pictures to .jpg',
    'rename the .jpeg files in pictures to .jpg',
  ])('%s', (sentence) => expect(read(sentence)).toEqual(['rename', '{stem}.jpg', '*.jpeg', 'pictures']));

  it.each([
    'cambia la extensión de los docx de documentos a pdf',
    'change the extension of the png files in pictures to jpg',
    'convierte los jpeg de imágenes a pdf',
  ])('%s: would only pretend', (sentence) => expect(JSON.stringify(readingOf(sentence))).not.toContain('{stem}'));
});

describe('the names in a folder are not the name of the folder', () => {
  it.each([
    ['pon en minúsculas los nombres de Actas', 'lower', 'all', 'Actas'],
    ['make all the file names in Actas lowercase', 'lower', 'Actas'],
    ['replace spaces with underscores in Actas', [' ', '_'], 'Actas'],
    ['cambia los espacios por guiones bajos en Actas', [' ', '_'], 'Actas'],
    ['reemplaza espacios por guiones bajos en los nombres de Actas', [' ', '_'], 'all', 'Actas'],
  ])('%s', (sentence, ...changed) => expect(read(sentence)).toEqual(['rename', ...changed]));

  it('is where only the folder is named', () =>
    expect(read('pon en minúsculas el nombre de la carpeta Actas')).toEqual(['rename', 'lower', 'Actas']));
});

describe('so that all of them begin with something', () => {
  it.each([
    'rename everything in Facturas so it starts with 2026-',
    'rename the files in Facturas so that they start with 2026-',
    'make all the files in Facturas start with 2026-',
  ])('%s', (sentence) => expect(read(sentence)).toEqual(['rename', '2026-', 'all', 'Facturas']));

  it('says which ones after "que"', () =>
    expect(read('renombra los pdf de descargas que empiecen por 2026- a factura')[1]).not.toBe('2026-'));
});

describe('tidying by doing something', () => {
  it.each([
    ['clean up downloads by moving anything older than a year to Archive', 'move'],
    ['clean up my downloads: move anything older than a year to a folder called Archive', 'move'],
    ['tidy downloads by putting files older than a year in a folder Archive', 'move'],
    ['limpia descargas moviendo lo de hace más de un año a una carpeta Archive', 'move'],
    ['limpia descargas borrando los tmp', 'trash'],
  ])('%s', (sentence, act) => {
    const clauses = readingOf(sentence);
    expect(clauses.map((clause) => clause.act)).toEqual([act]);
    expect(clauses[0]!.locs.some(({ role, loc }) => role !== 'to' && loc.place === 'downloads')).toBe(true);
  });

  it.each(['limpia descargas y mueve los pdf a documentos', 'clean up downloads'])('%s: is asked about', (sentence) =>
    expect(readingOf(sentence)[0]!.act).toBe('clean'),
  );
});

it.each([
  'junta los pdf de descargas en una sola carpeta Papeles',
  'gather all the pdfs in downloads into one folder called Papeles',
  'move the pdfs in downloads into a single folder called Papeles',
])('%s', (sentence) => expect(readingOf(sentence)[0]!.locs.at(-1)!.loc.path).toEqual(['Papeles']));
