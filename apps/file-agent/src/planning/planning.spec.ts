import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { linkSync, readdirSync, symlinkSync, utimesSync } from 'node:fs';
import type { Plan } from '#contracts/plan';
import { plant } from '../disk/testing/temp-folder.js';
import { TestDesk } from '../testing/test-desk.js';
import { treeOf } from '../testing/tree-of.js';

let test: TestDesk;
const tree = {
  Desktop: {
    'a.txt': '1',
    'foto 2.jpg': '22',
    'foto 10.jpg': '333',
    'desktop.ini': '',
    'LÉEME.TXT': '4444',
    trabajo: { 'a.txt': 'x', 'plan.pdf': 'y', '2024': { 'a.txt': 'z' } },
  },
  Documents: { 'a.txt': 'kept' },
};

beforeEach(() => {
  test = new TestDesk({ tree });
});
afterEach(() => test.close());

const targets = (plan: Plan): (string | undefined)[] =>
  plan.sample.filter(({ action }) => action !== 'create-folder' && action !== 'skip').map(({ to }) => to);

describe('moving and copying by rule', () => {
  it('takes the files directly inside, leaves folders and system files', () => {
    const plan = test.ask('move', { from: 'desktop', select: {}, to: 'desktop/luyd' });
    expect(plan.summary).toMatchObject({ entries: 4, files: 4, folders: 0, newFolders: 1, skipped: 0 });
    test.commit(plan);
    expect(readdirSync(test.home.at('Desktop')).sort()).toEqual(['desktop.ini', 'luyd', 'trabajo']);
  });

  it('the destination is never part of what moves into it', () => {
    plant(test.home.at('Desktop', 'luyd'), { 'old.txt': '' });
    const plan = test.ask('move', { from: 'desktop', select: { kind: 'any', depth: 64 }, to: 'desktop/luyd' });
    expect(plan.sample.map(({ from }) => from)).not.toContain('desktop/luyd');
    expect(plan.sample.map(({ from }) => from)).not.toContain('desktop/luyd/old.txt');
    expect(plan.summary).toMatchObject({ entries: 5, folders: 1, newFolders: 0 });
  });

  it('by kind: folders in the person’s language, and those that are there already in either one', () => {
    plant(test.home.at('Documents', 'IMAGES'), {});
    const plan = test.ask('move', { from: 'desktop', select: {}, to: 'documents/{category:es}' });
    expect(targets(plan)).toEqual([
      'documents/Documentos/a.txt',
      'documents/IMAGES/foto 2.jpg',
      'documents/IMAGES/foto 10.jpg',
      'documents/Documentos/LÉEME.TXT',
    ]);
    expect(plan.summary).toMatchObject({ newFolders: 1, entries: 4 });
    expect(test.commit(plan)).toMatchObject({ status: 'complete', done: 4 });
    expect(test.codeOf('move', { from: 'documents', select: {}, to: 'documents/{category:xx}' })).toBe('BAD_VALUE');
  });

  it('numbers names that are taken, also by the plan itself', () => {
    const plan = test.ask('move', { from: 'desktop', select: { names: ['a.txt'], depth: 64 }, to: 'documents' });
    expect(targets(plan)).toEqual(['documents/a (1).txt', 'documents/a (2).txt', 'documents/a (3).txt']);
    expect(plan.summary.conflicts).toBe(3);
  });

  it.each([
    ['skip', { entries: 3, skipped: 1, conflicts: 1, overwrites: 0 }, []],
    ['trash-existing', { entries: 4, skipped: 0, conflicts: 1, overwrites: 1 }, ['overwrite']],
    ['number', { entries: 4, skipped: 0, conflicts: 1, overwrites: 0 }, []],
  ])('with %s a taken name counts %j', (onConflict, summary, needs) => {
    const plan = test.ask('move', { from: 'desktop', select: {}, to: 'documents', onConflict });
    expect(plan.summary).toMatchObject(summary);
    expect(plan.needs).toEqual(needs);
  });

  it('a taken name is refused where none of these is chosen: one entry, or all', () => {
    expect(test.codeOf('move', { from: 'desktop/a.txt', to: 'documents' })).toBe('EXISTS');
    expect(test.codeOf('copy', { from: 'desktop', select: {}, to: 'documents', onConflict: 'fail' })).toBe('EXISTS');
  });

  it('fills placeholders for each entry, from its own time, and makes each folder once', () => {
    const march = new Date(2024, 2, 7);
    for (const name of ['foto 2.jpg', 'foto 10.jpg']) utimesSync(test.home.at('Desktop', name), march, march);
    const plan = test.ask('move', {
      from: 'desktop',
      select: { names: ['foto*'] },
      to: 'documents/{yyyy}/{mm}/{n} {stem}',
    });
    expect(targets(plan)).toEqual(['documents/2024/03/1 foto 2.jpg', 'documents/2024/03/2 foto 10.jpg']);
    expect(plan.summary.newFolders).toBe(2);
  });

  it('keeps the shape of a tree with {relpath}', () => {
    const plan = test.ask('copy', {
      from: 'desktop',
      select: { depth: 64, names: ['a.txt'] },
      to: 'documents/copia/{relpath}',
    });
    expect(targets(plan).map(String).sort()).toEqual([
      'documents/copia/a.txt',
      'documents/copia/trabajo/2024/a.txt',
      'documents/copia/trabajo/a.txt',
    ]);
  });

  it('sorts folders by what they hold without swallowing the folders it sorts into', () => {
    plant(test.home.at('Desktop', 'jpg'), {});
    const plan = test.ask('move', { from: 'desktop', select: { kind: 'any' }, to: 'desktop/{ext}' });
    expect(plan.sample.map(({ from }) => from)).not.toContain('desktop/jpg');
    expect(targets(plan)).toContain('desktop/jpg/foto 2.jpg');
    expect(targets(plan)).toContain('desktop/other/trabajo');
  });

  it('one file goes to a folder, or to a new name when the last part is one', () => {
    expect(targets(test.ask('move', { from: 'desktop/a.txt', to: 'documents/2025' }))).toEqual([
      'documents/2025/a.txt',
    ]);
    expect(targets(test.ask('move', { from: 'desktop/a.txt', to: 'documents/b.TXT' }))).toEqual(['documents/b.TXT']);
    expect(targets(test.ask('move', { from: 'desktop/a.txt', to: 'documents/b.txt/' }))).toEqual([
      'documents/b.txt/a.txt',
    ]);
  });

  it.each([
    ['move', { from: 'desktop', to: 'documents' }, 'PROTECTED'],
    ['move', { from: 'desktop/trabajo', to: 'desktop/trabajo/2024' }, 'INTO_SELF'],
    ['move', { from: 'desktop/trabajo', to: 'desktop/trabajo' }, 'INTO_SELF'],
    ['move', { from: 'desktop/a.txt', to: 'desktop' }, 'NOTHING_TO_DO'],
    ['move', { from: 'desktop/nada.txt', to: 'documents' }, 'NOT_FOUND'],
    ['move', { from: 'desktop', select: { names: ['nada*'] }, to: 'documents' }, 'NOTHING_TO_DO'],
    ['move', { from: 'desktop/a.txt', select: {}, to: 'documents' }, 'NOT_A_FOLDER'],
    ['move', { from: 'desktop', select: {}, to: 'documents/a.txt' }, 'NOT_A_FOLDER'],
    ['move', { from: 'desktop/foto 2.jpg', to: 'documents/a.txt' }, 'NOT_A_FOLDER'],
    ['move', { from: 'desktop', select: {}, to: 'documents/{año}' }, undefined],
    ['move', { from: 'desktop', select: {}, to: 'documents/{year}' }, 'BAD_VALUE'],
    ['move', { from: 'desktop', select: {}, to: 'documents/x{relpath}' }, 'BAD_VALUE'],
    ['move', { from: 'desktop', select: {}, to: 'documents/CON' }, 'BAD_NAME'],
    ['copy', { from: 'desktop/trabajo', to: 'desktop/trabajo' }, 'INTO_SELF'],
    ['trash', { from: 'desktop' }, 'PROTECTED'],
    ['create-folder', { folder: 'desktop/trabajo' }, 'NOTHING_TO_DO'],
    ['create-folder', { folder: 'desktop/a.txt' }, 'EXISTS'],
    ['create-folder', { folder: 'desktop/a.txt/b' }, 'NOT_A_FOLDER'],
    ['write', { file: 'desktop/a.txt', text: '' }, 'EXISTS'],
    ['write', { file: 'desktop/trabajo', text: '' }, 'NOT_A_FILE'],
    ['write', { file: 'desktop/nul.txt', text: '' }, 'BAD_NAME'],
  ] as const)('%s %j is %s', (operation, request, code) => {
    const before = treeOf(test.home.path);
    expect(test.codeOf(operation, request)).toBe(code);
    expect(treeOf(test.home.path)).toEqual(before);
  });

  it('contents with a second name elsewhere are moved and never copied', () => {
    linkSync(test.home.at('Desktop', 'a.txt'), test.home.at('elsewhere.txt'));
    expect(test.codeOf('copy', { from: 'desktop/a.txt', to: 'documents/x' })).toBe('HARDLINK');
    expect(test.ask('copy', { from: 'desktop', select: {}, to: 'documents/x' }).summary).toMatchObject({
      skipped: 1,
      entries: 3,
    });
    expect(test.codeOf('move', { from: 'desktop/a.txt', to: 'documents/x' })).toBeUndefined();
  });

  it('what is written is a new file, all of an old one, or more at its end', () => {
    const modeOf = (file: string, mode?: string) =>
      test.ask('write', { file, text: '+', mode }).sample.find(({ action }) => action === 'write')?.mode;
    expect(modeOf('desktop/nuevo.txt')).toBe('create');
    expect(modeOf('desktop/nuevo.txt', 'append')).toBe('create');
    expect(modeOf('desktop/a.txt', 'replace')).toBe('replace');
    expect(modeOf('desktop/a.txt', 'append')).toBe('append');
    const { planId } = test.ask('write', { file: 'desktop/a.txt', text: '+', mode: 'append' });
    expect(test.ask<object>('plan', { planId })).toMatchObject({ entries: [{ action: 'write', mode: 'append' }] });
  });

  it('links are moved as links, copied only when they stay inside, and never written through', () => {
    symlinkSync('/etc/passwd', test.home.at('Desktop', 'out'));
    symlinkSync('nowhere', test.home.at('Desktop', 'lost'));
    expect(test.codeOf('copy', { from: 'desktop/out', to: 'documents/x' })).toBe('SYMLINK_OUTSIDE');
    expect(test.codeOf('write', { file: 'desktop/out', text: 'x', mode: 'replace' })).toBe('SYMLINK_OUTSIDE');
    expect(test.codeOf('write', { file: 'desktop/lost', text: 'x', mode: 'replace' })).toBe('SYMLINK');
    expect(test.ask('move', { from: 'desktop/out', to: 'documents/x' }).sample.at(-1)).toMatchObject({ kind: 'link' });
  });
});
