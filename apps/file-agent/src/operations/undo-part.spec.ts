import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import type { Plan } from '#contracts/plan';
import { TestDesk } from '../testing/test-desk.js';
import { treeOf } from '../testing/tree-of.js';

const tree = {
  Downloads: { 'a.pdf': 'aa', 'b.xlsx': 'bb', 'c.jpg': 'cc', 'd.txt': 'dd', 'e.zip': 'ee' },
  Documents: { 'a.pdf': 'another a', sub: { 'x.txt': 'x' } },
};
const ALL = { from: 'downloads', select: {} };

let test: TestDesk;
beforeEach(() => {
  test = new TestDesk({ tree });
  utimesSync(test.home.at('Downloads', 'b.xlsx'), 1_700_000_000, 1_700_000_000);
});
afterEach(() => test.close());

const now = (): Record<string, unknown> => treeOf(test.home.path);
const at = (name: string): unknown => now()[name];
const part = (planId: string, ...only: string[]): Plan => test.ask('undo', { planId, only });

describe('a part of a job comes back', () => {
  it('two of five from the trash, with their bytes, times and very inodes; the rest of the job stays and can still be undone', () => {
    const before = now();
    const { planId } = test.do('trash', ALL);
    const trashed = now();
    const plan = part(planId, 'downloads/b.xlsx', 'downloads/d.txt');
    expect(plan).toMatchObject({ operation: 'undo', summary: { entries: 2, trashes: 0 }, needs: [] });
    expect(plan).not.toHaveProperty('undoOf');
    const back = test.commit(plan, 'policy');
    expect(back).toMatchObject({ status: 'complete', done: 2, undoable: true });
    expect(now()).toEqual({
      ...trashed,
      'Downloads/b.xlsx': before['Downloads/b.xlsx'],
      'Downloads/d.txt': before['Downloads/d.txt'],
    });
    expect(test.desk.engine.history.receipt(planId)).toMatchObject({ undoable: true });
    const rest = test.ask('undo', { planId });
    expect(rest).toMatchObject({ undoOf: planId, summary: { entries: 3, skipped: 2 }, needs: ['changed-since'] });
    test.commit(rest);
    expect(now()).toEqual(before);
  });

  it('is itself undone: then it is as the job left it, and an undo without an id means the part first', () => {
    const before = now();
    const { planId } = test.do('trash', ALL);
    const trashed = now();
    const { planId: back } = test.commit(part(planId, 'downloads/b.xlsx'));
    expect(test.ask('undo', {})).toMatchObject({ undoOf: back, summary: { trashes: 1 }, needs: [] });
    test.do('undo', {});
    expect(now()).toEqual(trashed);
    expect(test.ask('undo', {})).toMatchObject({ undoOf: planId, summary: { entries: 5, skipped: 0 }, needs: [] });
    test.commit(part(planId, 'downloads/b.xlsx'));
    expect(at('Downloads/b.xlsx')).toEqual(before['Downloads/b.xlsx']);
  });

  it('what is deleted again by an order of its own stays there when the job before it is undone', () => {
    const { planId } = test.do('trash', ALL);
    test.do('undo', { planId, only: ['downloads/b.xlsx'] });
    test.do('trash', { from: 'downloads/b.xlsx' });
    expect(test.do('undo', { planId })).toMatchObject({ status: 'complete', done: 4 });
    expect(at('Downloads/b.xlsx')).toBeUndefined();
  });

  it('one of several moved, out of a folder that was made for them and stays', () => {
    const before = now();
    const { planId } = test.do('move', { ...ALL, to: 'documents/todo' });
    expect(test.commit(part(planId, 'downloads/c.jpg'))).toMatchObject({ status: 'complete', done: 1 });
    expect(at('Downloads/c.jpg')).toEqual(before['Downloads/c.jpg']);
    expect(Object.keys(now()).filter((name) => name.startsWith('Documents/todo/'))).toHaveLength(4);
    test.do('undo', { planId: test.ask<{ receipts: { planId: string }[] }>('history', {}).receipts[0]!.planId });
    expect(test.do('undo', { planId })).toMatchObject({ status: 'complete', done: 5 });
    expect(now()).toEqual(before);
  });

  it('one of several renamed gets its name back', () => {
    const { planId } = test.do('rename', { ...ALL, to: 'n {n}' });
    test.commit(part(planId, 'downloads/d.txt'));
    expect(at('Downloads/d.txt')).toMatchObject({ text: btoa('dd') });
    expect(Object.keys(now()).filter((name) => name.startsWith('Downloads/n '))).toHaveLength(4);
  });

  it('what it had set aside comes back in its stead', () => {
    const before = now();
    const { planId } = test.do('move', { ...ALL, to: 'documents', onConflict: 'trash-existing' });
    test.commit(part(planId, 'downloads/a.pdf'));
    expect(at('Documents/a.pdf')).toEqual(before['Documents/a.pdf']);
    expect(at('Downloads/a.pdf')).toEqual(before['Downloads/a.pdf']);
    expect(at('Downloads/b.xlsx')).toBeUndefined();
  });

  it('into folders that were removed since: they are made again, and go when the part is undone', () => {
    mkdirSync(test.home.at('Downloads', 'x', 'y'), { recursive: true });
    writeFileSync(test.home.at('Downloads', 'x', 'y', 'z.txt'), 'z');
    const { planId } = test.do('move', { from: 'downloads', select: { depth: 64 }, to: 'documents/todo' });
    rmSync(test.home.at('Downloads', 'x'), { recursive: true });
    const moved = now();
    const plan = part(planId, 'downloads/x/y/z.txt');
    expect(plan).toMatchObject({ summary: { entries: 1, newFolders: 2 } });
    const back = test.commit(plan);
    expect(at('Downloads/x/y/z.txt')).toMatchObject({ text: btoa('z') });
    test.do('undo', { planId: back.planId });
    expect(now()).toEqual(moved);
  });

  it('into folders that an undo took away: those above it come back too', () => {
    const { planId } = test.do('move', { ...ALL, to: 'documents/p/q' });
    const undone = test.do('undo', { planId });
    expect(test.commit(part(undone.planId, 'documents/p/q/d.txt'))).toMatchObject({ done: 1, newFolders: 2 });
    expect(at('Documents/p/q/d.txt')).toMatchObject({ text: btoa('dd') });
    expect(at('Downloads/a.pdf')).toBeDefined();
  });

  it('what was changed since is left and told; where nothing else was asked for, nothing is planned', () => {
    const { planId } = test.do('move', { ...ALL, to: 'documents/todo' });
    writeFileSync(test.home.at('Documents', 'todo', 'd.txt'), 'changed since');
    const both = part(planId, 'downloads/d.txt', 'downloads/e.zip');
    expect(both).toMatchObject({ summary: { entries: 1, skipped: 1 }, needs: ['changed-since'] });
    test.commit(both);
    expect(at('Documents/todo/d.txt')).toMatchObject({ text: btoa('changed since') });
    expect(test.codeOf('undo', { planId, only: ['downloads/d.txt'] })).toBe('NOTHING_TO_DO');
  });

  it('to a name that was taken since: both stay', () => {
    const { planId } = test.do('trash', ALL);
    writeFileSync(test.home.at('Downloads', 'd.txt'), 'new');
    const receipt = test.commit(part(planId, 'downloads/d.txt'));
    expect(receipt).toMatchObject({ status: 'failed', entries: [{ code: 'EXISTS' }] });
    expect(at('Downloads/d.txt')).toMatchObject({ text: btoa('new') });
  });
});

describe('a part that is none', () => {
  it.each([
    ['something else that is there', 'documents/sub/x.txt'],
    ['something that is nowhere', 'documents/sub/nothing.txt'],
    ['where it went', 'documents/todo/a.pdf'],
    ['the folder they were in', 'downloads'],
    ['the folder that was made', 'documents/todo'],
  ])('%s: the same sentence, and nothing planned', (_, location) => {
    const { planId } = test.do('move', { ...ALL, to: 'documents/todo' });
    const asked = (): unknown => part(planId, 'downloads/a.pdf', location);
    expect(asked).toThrow(expect.objectContaining({ code: 'BAD_VALUE', details: { issues: ['only: not-taken'] } }));
    expect(test.news.filter(({ kind }) => kind === 'planned')).toHaveLength(1);
  });

  it('a copy took nothing away; without a job there is no part of it; a place outside is none', () => {
    const { planId } = test.do('copy', { ...ALL, to: 'documents/todo' });
    expect(test.codeOf('undo', { planId, only: ['downloads/a.pdf'] })).toBe('BAD_VALUE');
    expect(test.codeOf('undo', { only: ['downloads/a.pdf'] })).toBe('BAD_VALUE');
    expect(test.codeOf('undo', { planId, only: ['nowhere/a.pdf'] })).toBe('UNKNOWN_PLACE');
    expect(test.codeOf('undo', { planId, only: ['documents/.ssh/id_rsa'] })).toBe('SENSITIVE');
  });
});
