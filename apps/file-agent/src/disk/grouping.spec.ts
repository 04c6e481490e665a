import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Engine } from './engine.js';
import { inGroups } from './grouping.js';
import type { PlannedOp } from './planned-op.js';
import { realSys } from './sys.js';
import { numbered, Ops } from './testing/ops.js';
import { TempFolder } from './testing/temp-folder.js';

let disk: TempFolder;
let engine: Engine;
let ops: Ops;

beforeEach(() => {
  disk = new TempFolder({ desktop: { 'a.txt': 'A', 'b.txt': 'B', sub: { 'c.txt': 'C', deep: {} }, other: {} } });
  engine = Engine.open(realSys, {
    places: [{ name: 'desktop', words: [], path: disk.at('desktop') }],
    stateFolder: disk.at('state'),
    dataHome: disk.at('data'),
  });
  ops = new Ops(engine);
});
afterEach(() => {
  engine.close();
  disk.remove();
});

const sizes = (drafts: Iterable<Omit<PlannedOp, 'seq'>>): number[] =>
  [...inGroups(engine.disk, numbered(drafts))].map((group) => group.length);

it('files go together, in groups that grow up to a bound', () => {
  const one = ops.move('desktop/a.txt', 'desktop/sub/a.txt');
  expect(sizes(Array<typeof one>(20_000).fill(one))).toEqual([64, 256, ...Array<number>(19).fill(1024), 224]);
});

it('a folder goes only when the work in it is finished, and work below its name waits until it went', () => {
  const out = ops.move('desktop/sub/c.txt', 'desktop/c.txt');
  const into = ops.move('desktop/a.txt', 'desktop/sub/deep/a.txt');
  for (const goes of [ops.move('desktop/sub', 'desktop/other/sub'), ops.trash('desktop/sub')]) {
    expect(sizes([out, goes])).toEqual([1, 1]);
    expect(sizes([into, goes])).toEqual([1, 1]);
    expect(sizes([goes, into])).toEqual([1, 1]);
    expect(sizes([goes, ops.move('desktop/a.txt', 'desktop/other/a.txt')])).toEqual([2]);
  }
});

it('a folder that is replaced counts as one that goes', () => {
  const into = ops.move('desktop/sub/c.txt', 'desktop/other/c.txt');
  const replaces = ops.move('desktop/a.txt', 'desktop/other', { onConflict: 'trash-existing' });
  expect(sizes([into, replaces])).toEqual([1, 1]);
  expect(sizes([replaces, into])).toEqual([1, 1]);
});

it('what replaces a file and what takes that file away are never together', () => {
  const writes = ops.write('desktop/a.txt', 'new', 'replace');
  const takes = ops.move('desktop/a.txt', 'desktop/other/a.txt');
  expect(sizes([writes, takes])).toEqual([1, 1]);
  expect(sizes([takes, writes])).toEqual([1, 1]);
  expect(sizes([writes, ops.write('desktop/a.txt', ' more', 'append')])).toEqual([1, 1]);
});

it('a folder that is copied is alone', () => {
  const file = ops.move('desktop/a.txt', 'desktop/other/a.txt');
  expect(sizes([file, ops.copy('desktop/sub', 'desktop/other/sub'), file])).toEqual([1, 1, 1]);
});

it('empty folders are removed together with what left them', () => {
  const remove = { ...ops.move('desktop/sub', 'desktop/sub'), action: 'remove-folder' as const, to: undefined };
  expect(sizes([ops.move('desktop/sub/c.txt', 'desktop/c.txt'), remove])).toEqual([2]);
});

it('what goes to a name, and what then leaves it or replaces what is there, are never together', () => {
  const makes = ops.folder('desktop/new');
  const replaces = ops.move('desktop/a.txt', 'desktop/new', { onConflict: 'trash-existing' });
  expect(sizes([makes, replaces])).toEqual([1, 1]);
  const isNumbered = ops.move('desktop/sub', 'desktop/b.txt', { onConflict: 'number' });
  expect(sizes([isNumbered, ops.move('desktop/b.txt', 'desktop/other/b.txt')])).toEqual([1, 1]);
});
