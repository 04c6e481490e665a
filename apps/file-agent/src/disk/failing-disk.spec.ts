import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { Engine } from './engine.js';
import { within } from './folder.js';
import { realSys, type Sys } from './sys.js';
import { codeOf } from './testing/code-of.js';
import { commit, drain, metaFor, newPlanId, numbered, Ops, undo } from './testing/ops.js';
import { snapshot } from './testing/snapshot.js';
import { TempFolder } from './testing/temp-folder.js';

/** Rows 48–59 and 64–66 of the attack list: what the disk or another program does while a plan runs. */

const failure = (code: string): never => {
  throw Object.assign(new Error(`${code}: as a disk answers`), { code, syscall: 'made up' });
};
/** Everything an agent builds before it has a public name. */
const isPiece = (path: unknown): boolean => String(path).endsWith('-piece');

/** A disk on which one thing is different about the files that are being built. */
const whereBuilt = (different: Partial<Pick<Sys, 'write' | 'read'>>): Sys => {
  const built = new Set<number>();
  const create: Sys['create'] = (path, mode) => {
    const fd = realSys.create(path, mode);
    if (isPiece(path)) built.add(fd);
    return fd;
  };
  const read: Sys['read'] = (fd, ...rest) => ((built.has(fd) && different.read) || realSys.read)(fd, ...rest);
  const write: Sys['write'] = (fd, ...rest) => ((built.has(fd) && different.write) || realSys.write)(fd, ...rest);
  return { ...realSys, create, read, write };
};

let disk: TempFolder;
let engine: Engine;
let ops: Ops;
const open = (sys: Sys): void => {
  const places = ['desktop', 'documents'].map((name) => ({ name, words: [], path: disk.at(name) }));
  engine = Engine.open(sys, { places, stateFolder: disk.at('state') });
  ops = new Ops(engine);
};
const tree = (): object => snapshot(disk.at('desktop'));
const staged = (): string[] => readdirSync(disk.at('state/vault/stage'));

beforeEach(() => {
  disk = new TempFolder({ desktop: { 'a.txt': 'A'.repeat(1000), 'b.txt': 'B' }, documents: {} });
});
afterEach(() => {
  engine.close();
  disk.remove();
});

/** Its one entry's code; the source must be as it was, and nothing left of the try. */
const codeOfCopy = (): string | undefined => {
  const before = tree();
  const receipt = commit(engine, [ops.copy('desktop/a.txt', 'documents/c.txt')]);
  expect(tree()).toEqual(before);
  expect([readdirSync(disk.at('documents')), staged()]).toEqual([[], []]);
  return receipt.entries[0]!.code;
};

describe('a copy that cannot be made is no copy', () => {
  it.each([
    ['50: the disk is pulled out', 'EIO', 'FAILED'],
    ['52: the disk is full', 'ENOSPC', 'NO_SPACE'],
    ['52: the person’s share of it is full', 'EDQUOT', 'NO_SPACE'],
    ['53: the disk is read-only', 'EROFS', 'READ_ONLY'],
    ['56: no right to write there', 'EACCES', 'DENIED'],
  ])('%s', (_, errno, code) => {
    open(whereBuilt({ write: () => failure(errno) }));
    expect(codeOfCopy()).toBe(code);
  });

  it('51: its bytes read back are others', () => {
    const lying: Sys['read'] = (fd, into, position) => {
      const got = realSys.read(fd, into, position);
      if (got > 0) into[0]! ^= 1;
      return got;
    };
    open(whereBuilt({ read: lying }));
    expect(codeOfCopy()).toBe('VERIFY_FAILED');
  });

  it('59: its source grows meanwhile', () => {
    let isDone = false;
    const growing: Sys['write'] = (...input) => {
      if (!isDone) appendFileSync(disk.at('desktop/a.txt'), '+');
      isDone = true;
      return realSys.write(...input);
    };
    open(whereBuilt({ write: growing }));
    const receipt = commit(engine, [ops.copy('desktop/a.txt', 'documents/c.txt')]);
    expect(receipt).toMatchObject({ stale: 1, entries: [{ code: 'STALE' }] });
    expect([readdirSync(disk.at('documents')), staged()]).toEqual([[], []]);
    expect(readFileSync(disk.at('desktop/a.txt'), 'utf8')).toBe(`${'A'.repeat(1000)}+`);
  });
});

it('58: a copy has holes where its source has them', () => {
  truncateSync(disk.at('desktop/b.txt'), 1 << 26);
  open(realSys);
  expect(commit(engine, [ops.copy('desktop/b.txt', 'documents/b.txt')])).toMatchObject({ done: 1 });
  const { size, blocks } = statSync(disk.at('documents/b.txt'));
  expect(size).toBe(1 << 26);
  expect(blocks * 512).toBeLessThan(1 << 20);
});

it('48: a second plan is told that the first one runs, and may come again after it', () => {
  open(realSys);
  const draftsOf = (name: string) => numbered([ops.move(`desktop/${name}`, `documents/${name}`)]);
  const [first, second] = [draftsOf('a.txt'), draftsOf('b.txt')];
  const run = engine.commit({ meta: metaFor(newPlanId(), 1), ops: first });
  run.next();
  expect(codeOf(() => drain(engine.commit({ meta: metaFor(newPlanId(), 1), ops: second })))).toBe('BUSY');
  expect(existsSync(disk.at('desktop/b.txt'))).toBe(true);
  expect(drain(run)).toMatchObject({ done: 1 });
  expect(drain(engine.commit({ meta: metaFor(newPlanId(), 1), ops: second }))).toMatchObject({ done: 1 });
});

it('54: a journal that could not be made durable takes no more changes; looking goes on', () => {
  let isBroken = false;
  const fdatasync: Sys['fdatasync'] = (fd) => (isBroken ? failure('EIO') : realSys.fdatasync(fd));
  open({ ...realSys, fdatasync });
  const drafts = [ops.move('desktop/a.txt', 'documents/a.txt')];
  const before = tree();
  isBroken = true;
  expect(codeOf(() => commit(engine, drafts))).toBe('JOURNAL_READONLY');
  isBroken = false;
  expect(codeOf(() => commit(engine, drafts))).toBe('JOURNAL_READONLY');
  expect(tree()).toEqual(before);
  expect(within(engine.disk.place('desktop').openRoot(), (folder) => folder.has('a.txt'))).toBe(true);
});

describe('64: the trash', () => {
  it('swapped for a link is not used: nothing leaves its place', () => {
    mkdirSync(disk.at('elsewhere'));
    mkdirSync(disk.at('state/vault'), { recursive: true });
    symlinkSync(disk.at('elsewhere'), disk.at('state/vault/trash'));
    open(realSys);
    const before = tree();
    expect(codeOf(() => commit(engine, [ops.trash('desktop/a.txt')]))).toBe('TRASH_UNSAFE');
    expect(tree()).toEqual(before);
    expect(readdirSync(disk.at('elsewhere'))).toEqual([]);
  });

  it('emptied by hand: undo says what is gone and brings back the rest', () => {
    open(realSys);
    const { planId } = commit(engine, [ops.trash('desktop/a.txt'), ops.trash('desktop/b.txt')]);
    rmSync(disk.at('state/vault/trash', `${planId}-0`));
    expect([...engine.undo(planId)].map(({ state }) => state)).toEqual(['ready', 'gone']);
    expect(undo(engine, planId)).toMatchObject({ done: 1, failed: 0 });
    expect(readdirSync(disk.at('desktop'))).toEqual(['b.txt']);
  });
});

describe('an undo', () => {
  it.each(['move', 'trash'] as const)('65: of a %s whose name is taken again leaves both', (action) => {
    open(realSys);
    const draft = action === 'move' ? ops.move('desktop/b.txt', 'documents/b.txt') : ops.trash('desktop/b.txt');
    const { planId } = commit(engine, [draft]);
    writeFileSync(disk.at('desktop/b.txt'), 'newer');
    expect(undo(engine, planId)).toMatchObject({ done: 0, failed: 1, entries: [{ code: 'EXISTS' }] });
    expect(readFileSync(disk.at('desktop/b.txt'), 'utf8')).toBe('newer');
    renameSync(disk.at('desktop/b.txt'), disk.at('desktop/mine.txt'));
    expect(undo(engine, planId)).toMatchObject({ done: 1 });
    expect(readFileSync(disk.at('desktop/b.txt'), 'utf8')).toBe('B');
  });

  it('66: twice is NOTHING_TO_UNDO, of an undo it is a redo', () => {
    open(realSys);
    const { planId } = commit(engine, [ops.move('desktop/b.txt', 'documents/b.txt')]);
    const back = undo(engine, planId);
    expect(codeOf(() => [...engine.undo(planId)])).toBe('NOTHING_TO_UNDO');
    expect(undo(engine, back.planId)).toMatchObject({ done: 1 });
    expect(readdirSync(disk.at('documents'))).toEqual(['b.txt']);
  });
});
