import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { Engine } from './engine.js';
import { realSys, type Sys, type SysPath } from './sys.js';
import { commit, Ops, undo } from './testing/ops.js';
import { snapshot } from './testing/snapshot.js';
import { TempFolder } from './testing/temp-folder.js';

let disk: TempFolder;
let engine: Engine;
let ops: Ops;

/** As a container's volumes are: one file system, so one device, and each folder a mount of its own. */
const mountOf = (path: string): string => (path.startsWith(disk.at('nas')) ? 'nas' : 'home');
const parentOf = (path: SysPath): string => {
  const parent = dirname(path.toString());
  return parent.startsWith('/proc/') ? readlinkSync(parent) : parent;
};
const between = (verb: 'rename' | 'link'): Sys['rename'] => {
  return (from, to) => {
    const isOne = mountOf(parentOf(from)) === mountOf(parentOf(to));
    if (!isOne) throw Object.assign(new Error('EXDEV: two mounts'), { code: 'EXDEV', syscall: verb });
    realSys[verb](from, to);
  };
};
const containers: Sys = {
  ...realSys,
  mountOf: (fd) => mountOf(readlinkSync(`/proc/self/fd/${fd}`)),
  rename: between('rename'),
  link: between('link'),
};

beforeEach(() => {
  disk = new TempFolder({
    desktop: { 'a.txt': 'A', sub: { 'b.txt': 'B', 'c.txt': 'C' } },
    nas: { 'x.txt': 'X', 'y.txt': 'Y', carpeta: { 'z.txt': 'Z' } },
  });
  engine = Engine.open(containers, {
    places: ['desktop', 'nas'].map((name) => ({ name, words: [], path: disk.at(name) })),
    stateFolder: disk.at('state'),
    dataHome: disk.at('data'),
  });
  ops = new Ops(engine);
});
afterEach(() => {
  engine.close();
  disk.remove();
});

const shown = (place: string): string =>
  JSON.stringify(snapshot(disk.at(place), { inodes: false })).replace(/ \d{19} /g, ' ');

describe('a place that is another mount of the same disk', () => {
  it('can be worked in: moves, trash, new folders and texts, all put back', () => {
    const before = readdirSync(disk.at('nas')).toSorted();
    const receipt = commit(engine, [
      ops.move('nas/x.txt', 'nas/renamed.txt'),
      ops.trash('nas/y.txt'),
      ops.folder('nas/nueva'),
      ops.create('nas/n.txt', 'N'),
    ]);
    expect(receipt).toMatchObject({ status: 'complete', done: 4 });
    expect(undo(engine, receipt.planId)).toMatchObject({ status: 'complete' });
    expect(
      readdirSync(disk.at('nas'))
        .filter((name) => !name.startsWith('.ordena-'))
        .toSorted(),
    ).toEqual(before);
  });

  it('gives and takes files and whole folders as another disk does, and undo puts all back', () => {
    const before = [shown('desktop'), readFileSync(disk.at('nas', 'x.txt'), 'utf8')];
    const receipt = commit(engine, [
      ops.move('desktop/sub', 'nas/sub'),
      ops.move('desktop/a.txt', 'nas/a.txt'),
      ops.move('nas/x.txt', 'desktop/x.txt'),
    ]);
    expect(receipt).toMatchObject({ status: 'complete', done: 3 });
    expect(readdirSync(disk.at('nas', 'sub')).toSorted()).toEqual(['b.txt', 'c.txt']);
    expect(undo(engine, receipt.planId)).toMatchObject({ status: 'complete' });
    expect([shown('desktop'), readFileSync(disk.at('nas', 'x.txt'), 'utf8')]).toEqual(before);
  });
});
