import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, existsSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { Engine } from './engine.js';
import { inOneGo } from './steps.js';
import { realSys } from './sys.js';
import { codeOf } from './testing/code-of.js';
import { commit, Ops, undo } from './testing/ops.js';
import { snapshot } from './testing/snapshot.js';
import { TempFolder } from './testing/temp-folder.js';

describe('the engine', () => {
  let disk: TempFolder;
  let engine: Engine;
  let ops: Ops;
  const open = (): Engine =>
    Engine.open(realSys, {
      places: [
        { name: 'desktop', words: [], path: disk.at('desktop') },
        { name: 'documents', words: [], path: disk.at('documents') },
      ],
      stateFolder: disk.at('state'),
      dataHome: disk.at('data'),
    });
  const desktop = () => snapshot(disk.at('desktop'));
  const names = (...at: string[]) => readdirSync(disk.at(...at)).sort();
  const text = (...at: string[]) => readFileSync(disk.at(...at), 'utf8');

  beforeEach(() => {
    disk = new TempFolder({
      desktop: { 'a.txt': 'A', 'b.txt': 'B', 'c.txt': 'C', sub: { 'd.txt': 'D', deep: { 'e.txt': 'E' } }, empty: {} },
      documents: { 'a.txt': 'old A' },
    });
    engine = open();
    ops = new Ops(engine);
  });
  afterEach(() => {
    engine.close();
    disk.remove();
  });

  /** Runs, checks that the law of undo and of redo holds, and leaves the plan done. */
  const lawfully = (drafts: Parameters<typeof commit>[1]) => {
    const before = [desktop(), snapshot(disk.at('documents'))];
    const receipt = commit(engine, drafts);
    const after = [desktop(), snapshot(disk.at('documents'))];
    const back = undo(engine, receipt.planId);
    expect(back).toMatchObject({ failed: 0, stale: 0 });
    expect([desktop(), snapshot(disk.at('documents'))]).toEqual(before);
    undo(engine, back.planId);
    const withoutInodesOfNewFolders = (snaps: object[]) =>
      JSON.stringify(snaps)
        .replace(/(folder \d+) #\d+/g, '$1')
        .replace(/"link ([^#]*) #\d+/g, '"link $1');
    expect(withoutInodesOfNewFolders([desktop(), snapshot(disk.at('documents'))])).toBe(
      withoutInodesOfNewFolders(after),
    );
    return receipt;
  };

  it('moves files into a new folder, keeps their inodes, and puts all back', () => {
    const receipt = lawfully([
      ops.folder('desktop/luyd', { onTheWay: true }),
      ops.move('desktop/a.txt', 'desktop/luyd/a.txt'),
      ops.move('desktop/b.txt', 'desktop/luyd/b.txt'),
    ]);
    expect(receipt).toMatchObject({ status: 'complete', total: 2, done: 2, newFolders: 1, overwritten: 0 });
    expect(names('desktop')).toEqual(['c.txt', 'empty', 'luyd', 'sub']);
    expect(names('state', 'vault', 'stage')).toEqual([]);
  });

  it('moves, renames and trashes folders whole', () => {
    lawfully([ops.move('desktop/sub', 'documents/sub'), ops.trash('desktop/empty')]);
    expect(names('documents', 'sub')).toEqual(['d.txt', 'deep']);
  });

  it('moves a link itself, never through it', () => {
    symlinkSync('/etc/passwd', disk.at('desktop/link'));
    lawfully([ops.move('desktop/link', 'documents/link'), ops.trash('desktop/a.txt')]);
  });

  it('renames by case only, and onto numbers', () => {
    lawfully([ops.move('desktop/a.txt', 'desktop/A.TXT')]);
    lawfully([ops.move('desktop/b.txt', 'desktop/c.txt', { onConflict: 'number' })]);
    expect(names('desktop')).toContain('c (1).txt');
  });

  it.each([
    ['fail', { failed: 1, done: 0 }, 'old A'],
    ['skip', { skipped: 1, done: 0 }, 'old A'],
    ['number', { done: 1 }, 'old A'],
    ['trash-existing', { done: 1, trashed: 1 }, 'A'],
  ] as const)('when the name is taken, %s', (onConflict, counts, there) => {
    const receipt = commit(engine, [ops.move('desktop/a.txt', 'documents/a.txt', { onConflict })]);
    expect(receipt).toMatchObject(counts);
    expect(text('documents/a.txt')).toBe(there);
  });

  it('undoes a replacement exactly', () => {
    lawfully([ops.move('desktop/a.txt', 'documents/a.txt', { onConflict: 'trash-existing' })]);
  });

  it('copies files and trees, with mode and time', () => {
    chmodSync(disk.at('desktop/a.txt'), 0o640);
    lawfully([ops.copy('desktop/a.txt', 'documents/copy.txt'), ops.copy('desktop/sub', 'documents/sub')]);
    const [from, to] = [desktop(), snapshot(disk.at('documents'), { inodes: false })];
    expect(to['copy.txt']).toMatch(/^file 640 \d+ x1 A$/);
    expect(to['sub/deep/e.txt']).toMatch(/E$/);
    expect(from['a.txt']).toBeDefined();
  });

  it('creates, replaces and appends; the old version is in the trash', () => {
    chmodSync(disk.at('desktop/b.txt'), 0o600);
    lawfully([ops.create('desktop/new.txt', 'N')]);
    lawfully([ops.write('desktop/b.txt', 'B2', 'replace')]);
    lawfully([ops.write('desktop/c.txt', '+', 'append')]);
    expect([text('desktop/new.txt'), text('desktop/b.txt'), text('desktop/c.txt')]).toEqual(['N', 'B2', 'C+']);
    expect(desktop()['b.txt']).toMatch(/^file 600/);
  });

  it('writes into a folder that the same plan makes', () => {
    lawfully([ops.folder('desktop/w', { onTheWay: true }), ops.create('desktop/w/n.txt', 'N')]);
    expect(text('desktop/w/n.txt')).toBe('N');
  });

  it('empties the trash of old plans only when the owner says so; their undo then says what is gone', () => {
    const { planId } = commit(engine, [ops.trash('desktop/a.txt'), ops.trash('desktop/sub')]);
    expect(inOneGo(engine.purge(new Date(Date.now() - 60_000)))).toEqual({ things: 0, plans: 0 });
    expect([...engine.undo(planId)].map(({ state }) => state)).toEqual(['ready', 'ready']);
    expect(inOneGo(engine.purge(new Date(Date.now() + 60_000)))).toEqual({ things: 2, plans: 0 });
    expect(names('data/Trash/files')).toEqual([]);
    expect(names('data/Trash/info')).toEqual([]);
    expect([...engine.undo(planId)].map(({ state }) => state)).toEqual(['gone', 'gone']);
  });

  it('leaves alone what changed since the preview', () => {
    const drafts = [
      ops.move('desktop/a.txt', 'documents/x'),
      ops.move('desktop/b.txt', 'documents/y'),
      ops.trash('desktop/c.txt'),
    ];
    writeFileSync(disk.at('desktop/a.txt'), 'A changed');
    const receipt = commit(engine, drafts);
    expect(receipt).toMatchObject({ done: 2, stale: 1, status: 'partial' });
    expect(receipt.entries[0]).toMatchObject({ result: 'stale', code: 'STALE', from: 'desktop/a.txt' });
    expect(text('desktop/a.txt')).toBe('A changed');
  });

  it('claims nothing that another plan did meanwhile, and undoes nothing of it', () => {
    const twice = [ops.move('desktop/a.txt', 'desktop/z.txt'), ops.move('desktop/sub', 'documents/sub')];
    const removal = { action: 'remove-folder', kind: 'folder', from: ops.path('desktop/empty'), bytes: 0 } as const;
    const gone = { ...removal, id: ops.move('desktop/empty', 'desktop/x').id };
    const first = commit(engine, [...twice, gone]);
    expect(first).toMatchObject({ status: 'complete', done: 3 });
    const after = [desktop(), snapshot(disk.at('documents'))];
    const second = commit(engine, [...twice, gone]);
    expect(second).toMatchObject({ status: 'failed', done: 0, stale: 2, failed: 1, undoable: false });
    expect([desktop(), snapshot(disk.at('documents'))]).toEqual(after);
    expect(undo(engine, first.planId)).toMatchObject({ status: 'complete', done: 3 });
  });

  it('undo leaves alone what the person changed since, and does the rest', () => {
    const { planId } = commit(engine, [
      ops.move('desktop/a.txt', 'documents/x'),
      ops.move('desktop/b.txt', 'documents/y'),
    ]);
    writeFileSync(disk.at('documents/x'), 'edited');
    expect([...engine.undo(planId)].map(({ state }) => state)).toEqual(['ready', 'changed']);
    undo(engine, planId);
    expect(text('documents/x')).toBe('edited');
    expect(text('desktop/b.txt')).toBe('B');
  });

  it('never moves a folder into itself, nor the agent’s own folders', () => {
    expect(commit(engine, [ops.move('desktop/sub', 'desktop/sub/deep/sub')]).entries[0]!.code).toBe('INTO_SELF');
    expect(names('desktop')).toContain('sub');
  });

  it('stops what depends on a folder that could not be made', () => {
    const receipt = commit(engine, [ops.folder('desktop/a.txt'), ops.move('desktop/b.txt', 'desktop/a.txt/b.txt')]);
    expect(receipt.entries.map(({ result }) => result)).toEqual(['failed', 'not-started']);
  });

  it('shows trashed files in the desktop’s own trash', () => {
    const { planId } = commit(engine, [ops.trash('desktop/a.txt')]);
    const twin = text('data/Trash/info', `${planId}-0.trashinfo`);
    expect(twin).toContain(`Path=${disk.at('desktop/a.txt')}\n`);
    expect(text('data/Trash/files', `${planId}-0`)).toBe('A');
    undo(engine, planId);
    expect(existsSync(disk.at('data/Trash/info', `${planId}-0.trashinfo`))).toBe(false);
  });

  it('answers a repeated commit with the stored receipt, also after a restart', () => {
    const drafts = [ops.move('desktop/a.txt', 'documents/x')];
    const first = commit(engine, drafts, { planId: 'p-00000001' });
    engine.close();
    engine = open();
    expect(commit(engine, drafts, { planId: 'p-00000001' })).toEqual(first);
    expect(engine.history.newestUndoable()).toBe('p-00000001');
  });

  it('lets only one agent work', () => {
    expect(codeOf(open)).toBe('MACHINE_TAKEN');
  });
});
