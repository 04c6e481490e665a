import { describe, expect, it } from '@jest/globals';
import type { Select } from '#contracts/selection';
import { categoryOf } from './category.js';
import { compileFilter } from './filter.js';

const takes = (select: Select, name: string, kind: 'file' | 'folder' | 'link' = 'file'): boolean =>
  compileFilter(select).nameFits(name, kind);
const takesAt = (select: Select, at: string, size = 1): boolean =>
  compileFilter(select).factsFit('file', { size, mtimeMs: new Date(at).getTime() });

describe('a selection', () => {
  it('means files only unless a kind is named', () => {
    expect(takes({}, 'a.txt')).toBe(true);
    expect(takes({}, 'a', 'folder')).toBe(false);
    expect(takes({ kind: 'any' }, 'a', 'folder')).toBe(true);
    expect(takes({ kind: 'folder' }, 'a', 'folder')).toBe(true);
    expect(takes({}, 'a', 'link')).toBe(false);
  });

  it.each(['.bashrc', 'desktop.ini', 'Thumbs.db', '.DS_Store', '~$informe.docx'])('leaves %s alone', (name) => {
    expect(takes({}, name)).toBe(false);
    expect(takes({ names: ['*'] }, name)).toBe(false);
    expect(takes({ hidden: true }, name)).toBe(true);
    expect(takes({ names: [name] }, name)).toBe(true);
  });

  it('leaves out what is excluded, whatever else fits', () => {
    expect(takes({ names: ['*.pdf'], exclude: ['viejo*'] }, 'VIEJO.pdf')).toBe(false);
  });

  it('knows a category by its extension, for files only', () => {
    expect(categoryOf('Foto.JPG')).toBe('image');
    expect(categoryOf('README')).toBe('other');
    expect(takes({ kind: 'any', category: ['image'] }, 'fotos.jpg', 'folder')).toBe(false);
    expect(takes({ category: ['image', 'pdf'] }, 'a.pdf')).toBe(true);
  });

  it('a day as end of a range counts to its last moment', () => {
    const select = { modified: { from: '2025-03-01', to: '2025-03-31' } };
    expect(takesAt(select, '2025-03-31T23:59:59.999')).toBe(true);
    expect(takesAt(select, '2025-04-01T00:00:00')).toBe(false);
    expect(takesAt(select, '2025-02-28T23:59:59')).toBe(false);
  });

  it.each([{ modified: { from: 'ayer' } }, { modified: { from: '2025-02-01', to: '2025-01-01' } }])(
    'refuses the dates %j',
    (select) => {
      expect(() => compileFilter(select)).toThrow(expect.objectContaining({ code: 'BAD_VALUE' }));
    },
  );

  it('sizes are inclusive and never select folders', () => {
    expect(takesAt({ size: { min: 5, max: 10 } }, '2025-01-01', 10)).toBe(true);
    expect(takesAt({ size: { min: 5, max: 10 } }, '2025-01-01', 11)).toBe(false);
    expect(compileFilter({ kind: 'any', size: { max: 9 } }).factsFit('folder', { size: 1, mtimeMs: 0 })).toBe(false);
  });
});
