import { afterEach, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { caselessSys } from '../disk/testing/caseless-sys.js';
import { realSys, type Sys } from '../disk/sys.js';
import type { Tree } from '../disk/testing/temp-folder.js';
import { TestDesk } from '../testing/test-desk.js';
import { treeOf } from '../testing/tree-of.js';

interface Opening {
  readonly Documents?: Tree;
  readonly sys?: Sys;
}

let test: TestDesk;
const open = (Desktop: Tree, { Documents = { 'Nota.md': '' }, sys = caselessSys }: Opening = {}): TestDesk =>
  (test = new TestDesk({ tree: { Desktop, Documents }, sys }));
afterEach(() => test.close());

const gathering = { from: 'desktop', select: { depth: 2 }, to: 'documents' };
const names = (...at: string[]): string[] => readdirSync(test.home.at(...at)).sort();

/** Rows 37 and 38 of the attack list, on a disk that takes several spellings for one name. */
describe('names that are one name on the disk they go to', () => {
  it.each([
    ['case', 'Ana.txt', 'ana.txt'],
    ['case, the capital last', 'ana.txt', 'ANA.txt'],
    ['accents as one letter or as two', 'caf\u00e9.txt', 'cafe\u0301.txt'],
    ['\u00df beside ss', 'stra\u00dfe.txt', 'strasse.txt'],
    ['a ligature', '\ufb01n.txt', 'fin.txt'],
  ])('%s: NAME_COLLISION before anything changes, or a number', (_, one, two) => {
    open({ x: { [one]: '1' }, y: { [two]: '2' } });
    const before = treeOf(test.home.path);
    for (const onConflict of ['fail', 'trash-existing']) {
      expect(test.codeOf('move', { ...gathering, onConflict })).toBe('NAME_COLLISION');
      expect(test.codeOf('copy', { ...gathering, onConflict })).toBe('NAME_COLLISION');
    }
    expect(treeOf(test.home.path)).toEqual(before);
    expect(test.do('move', gathering)).toMatchObject({ done: 2, failed: 0 });
    expect(names('Documents').filter((name) => name.includes(' (1)'))).toHaveLength(1);
  });

  it('the same where the folder is empty, or still has to be made', () => {
    open({ x: { 'Ana.txt': '1' }, y: { 'ana.txt': '2' } }, { Documents: { sub: {} } });
    for (const to of ['documents/sub', 'documents/new', 'documents/new/deeper']) {
      expect(test.codeOf('move', { ...gathering, to, onConflict: 'fail' })).toBe('NAME_COLLISION');
    }
  });

  it('two spellings of one new folder are one folder, so what goes there contends', () => {
    open({ x: { 'Ana.txt': '1', 'ana.pdf': '2' }, y: { 'ana.txt': '3' } });
    const each = { ...gathering, to: 'documents/{stem}/' };
    expect(test.codeOf('move', { ...each, onConflict: 'fail' })).toBe('NAME_COLLISION');
    const plan = test.ask('move', each);
    expect(plan.summary).toMatchObject({ entries: 3, newFolders: 1, conflicts: 1 });
    expect(test.commit(plan)).toMatchObject({ done: 3, failed: 0, skipped: 0, newFolders: 1 });
    expect(test.do('undo', {})).toMatchObject({ done: 3, failed: 0 });
    expect(names('Documents')).toEqual(['Nota.md']);
  });

  it('by renaming as well', () => {
    open({ 'Uno 1.txt': '1', 'uno1 .txt': '2' });
    const request = { from: 'desktop', select: {}, replace: { find: ' ', with: '' } };
    expect(test.codeOf('rename', { ...request, onConflict: 'fail' })).toBe('NAME_COLLISION');
    expect(test.do('rename', request)).toMatchObject({ done: 2, failed: 0 });
    expect(names('Desktop')).toEqual(['Uno1.txt', 'uno1 (1).txt']);
  });

  it('a name that only changes its case is no collision with itself', () => {
    open({ 'ana.txt': '1' });
    expect(test.do('rename', { from: 'desktop/ana.txt', to: 'ANA.txt' })).toMatchObject({ done: 1, overwritten: 0 });
    expect(names('Desktop')).toEqual(['ANA.txt']);
  });
});

it('a disk that tells spellings apart keeps both', () => {
  open({ x: { 'Ana.txt': '1' }, y: { 'ana.txt': '2' } }, { sys: realSys });
  expect(test.do('move', { ...gathering, onConflict: 'fail' })).toMatchObject({ done: 2 });
  expect(names('Documents')).toEqual(['Ana.txt', 'Nota.md', 'ana.txt']);
});
