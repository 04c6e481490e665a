import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { Engine } from './engine.js';
import { realSys, type Sys } from './sys.js';
import { commit, Ops, undo } from './testing/ops.js';
import { snapshot } from './testing/snapshot.js';
import { TempFolder } from './testing/temp-folder.js';

const refused = (code: string) => (): never => {
  throw Object.assign(new Error(`${code}: as such a disk answers`), { code, syscall: 'link' });
};

let disk: TempFolder;
let engine: Engine;
let ops: Ops;
const open = (sys: Sys): void => {
  engine = Engine.open(sys, {
    places: ['desktop', 'documents'].map((name) => ({ name, words: [], path: disk.at(name) })),
    stateFolder: disk.at('state'),
    dataHome: disk.at('data'),
  });
  ops = new Ops(engine);
};
/** Without inodes, and without times: a file that had to be copied keeps its time to the microsecond. */
const trees = (): string =>
  JSON.stringify(['desktop', 'documents'].map((name) => snapshot(disk.at(name), { inodes: false }))).replace(
    / \d{19} /g,
    ' ',
  );
const timeOf = (...at: string[]): number => statSync(disk.at(...at)).mtimeMs;

beforeEach(() => {
  disk = new TempFolder({
    desktop: { 'a.txt': 'A', 'b.txt': 'B', sub: { 'c.txt': 'C' } },
    documents: { 'a.txt': 'old A' },
  });
});
afterEach(() => {
  engine.close();
  disk.remove();
});

/** exFAT, some network shares: no second names for files. */
describe.each(['EPERM', 'ENOTSUP'])('a disk that answers %s to second names', (code) => {
  /** The agent's own lock is on the PC's own disk. */
  const withoutLinks: Sys = {
    ...realSys,
    link: (from, to) => (to.toString().endsWith('/lock') ? realSys.link(from, to) : refused(code)()),
  };
  beforeEach(() => open(withoutLinks));

  it('moves, renames, trashes and writes all the same, and undoes it to the byte', () => {
    const before = trees();
    const time = timeOf('desktop/a.txt');
    const { planId, ...receipt } = commit(engine, [
      ops.move('desktop/a.txt', 'documents/b.txt'),
      ops.trash('desktop/b.txt'),
      ops.move('desktop/sub', 'documents/sub'),
      ops.create('desktop/n.txt', 'N'),
    ]);
    expect(receipt).toMatchObject({ status: 'complete', done: 4, failed: 0 });
    expect(readFileSync(disk.at('documents/b.txt'), 'utf8')).toBe('A');
    expect(undo(engine, planId)).toMatchObject({ status: 'complete', failed: 0 });
    expect(trees()).toEqual(before);
    expect(Math.abs(timeOf('desktop/a.txt') - time)).toBeLessThan(0.01);
  });

  it('replaces nothing that has the name', () => {
    const before = trees();
    expect(commit(engine, [ops.move('desktop/a.txt', 'documents/a.txt')])).toMatchObject({ failed: 1, done: 0 });
    expect(trees()).toEqual(before);
    expect(commit(engine, [ops.move('desktop/a.txt', 'documents/a.txt', { onConflict: 'number' })])).toMatchObject({
      done: 1,
    });
    expect(readdirSync(disk.at('documents')).sort()).toEqual(['a (1).txt', 'a.txt']);
    expect(readdirSync(disk.at('state/vault/stage'))).toEqual([]);
  });
});

const python = (script: string, ...input: string[]): string =>
  spawnSync('python3', ['-c', `import os,sys;${script}`, ...input], { encoding: 'utf8' }).stdout.trim();

describe('extended attributes', () => {
  beforeEach(() => open(realSys));
  const tag = (path: string): void => void python("os.setxattr(sys.argv[1],'user.tag',b'red')", path);
  const tagOf = (path: string): string => python("print(os.getxattr(sys.argv[1],'user.tag').decode())", path);

  it('stay with what is moved, trashed and brought back on one disk', () => {
    tag(disk.at('desktop/a.txt'));
    // Without Python, or on a disk that keeps no attributes, there is nothing to lose.
    const kept = tagOf(disk.at('desktop/a.txt'));
    const { planId } = commit(engine, [ops.move('desktop/a.txt', 'documents/b.txt')]);
    expect(tagOf(disk.at('documents/b.txt'))).toBe(kept);
    undo(engine, planId);
    undo(engine, commit(engine, [ops.trash('desktop/a.txt')]).planId);
    expect(tagOf(disk.at('desktop/a.txt'))).toBe(kept);
  });
});
