import { describe, expect, it } from '@jest/globals';
import { fillFolder, fillingOf, fillName, placeholdersIn, type Fillable } from './template.js';

const entry = (over: Partial<Fillable> = {}): Fillable => ({
  name: 'Informe.final.PDF',
  isFolder: false,
  mtimeMs: new Date(2025, 2, 7).getTime(),
  relpath: 'a/b',
  parent: 'b',
  n: 3,
  ...over,
});
const named = (template: string, over: Partial<Fillable> = {}): string => {
  const subject = entry(over);
  return fillName(template, { filling: fillingOf(subject), isFolder: subject.isFolder });
};

describe('placeholders', () => {
  it('a category is named in the language asked for', () => {
    const folder = (template: string, name: string): string => fillFolder(template, fillingOf(entry({ name })));
    expect(folder('{category}', 'a.jpg')).toBe('image');
    expect(folder('{category:es}', 'a.jpg')).toBe('Imágenes');
    expect(folder('{category:en} {yyyy}', 'a.jpg')).toBe('Images 2025');
    expect(placeholdersIn('{category:es}')).toEqual(new Set(['category']));
    for (const wrong of ['{category:fr}', '{stem:es}']) expect(() => placeholdersIn(wrong)).toThrow(/no placeholder/);
  });

  it.each([
    ['{stem}', 'Informe.final.PDF'],
    ['{yyyy}-{mm}-{dd} {stem}', '2025-03-07 Informe.final.PDF'],
    ['{yyyy}-{name}', '2025-Informe.final.PDF'],
    ['factura {n}', 'factura 3.PDF'],
    ['factura {n}.txt', 'factura 3.txt'],
    ['{stem}.{ext}', 'Informe.final.PDF'],
    ['version 2.0', 'version 2.0.PDF'],
    ['notas.md', 'notas.md'],
  ])('%s names a file %s', (template, expected) => {
    expect(named(template)).toBe(expected);
  });

  it('entries without an extension get none, and folders are named as told', () => {
    expect(named('{stem}.{ext}', { name: 'README' })).toBe('README');
    expect(named('v1.2', { name: 'old.stuff', isFolder: true })).toBe('v1.2');
  });

  it('folders by extension hold all spellings of it, and "other" the rest', () => {
    expect(fillFolder('x/{ext}', fillingOf(entry()))).toBe('x/pdf');
    expect(fillFolder('x/{ext}', fillingOf(entry({ name: 'README' })))).toBe('x/other');
    expect(fillFolder('{yyyy}/{relpath}/{parent}/{category}', fillingOf(entry()))).toBe('2025/a/b/b/pdf');
  });

  it('names what it does not know', () => {
    expect(() => placeholdersIn('a/{year}')).toThrow(expect.objectContaining({ code: 'BAD_VALUE' }));
    expect([...placeholdersIn('{yyyy}/{n} {} {A}')]).toEqual(['yyyy', 'n']);
  });
});
