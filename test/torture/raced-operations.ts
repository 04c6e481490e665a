import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { within } from '../../apps/file-agent/src/disk/folder.js';
import { type Helper, Reading } from '../../apps/file-agent/src/disk/reading.js';
import { identityOf } from '../../apps/file-agent/src/disk/identity.js';
import type { PlannedOp } from '../../apps/file-agent/src/disk/planned-op.js';
import { commit, drain } from '../../apps/file-agent/src/disk/testing/ops.js';
import { OUTSIDE, type SwapWorld } from './swap-world.js';

/** One try of one operation on `desktop/g/p`. Answers true when something from outside came out of it. */
export type Try = (world: SwapWorld, number: number) => boolean;

const P = ['g', 'p'];
const LEAF = [...P, 'leaf.txt'];
const path = (parts: readonly string[]) => ({ place: 'desktop', parts });

const desktopOf = (world: SwapWorld) => world.engine.disk.place('desktop');

/** The entry as a plan would have it: the real leaf's identity. */
const leafOp = (world: SwapWorld, more: Partial<PlannedOp>): Omit<PlannedOp, 'seq'> => {
  world.ensureLeaf();
  const stat = lstatSync(world.inReal('leaf.txt'), { bigint: true });
  return { action: 'move', kind: 'file', from: path(LEAF), id: identityOf(stat), bytes: 6, ...more };
};

const landed = (number: number) => ({ place: 'documents', parts: [`x${number}`] });

const cameOut = (world: SwapWorld, number: number): boolean => {
  try {
    return readFileSync(world.at('documents', `x${number}`), 'utf8') === OUTSIDE;
  } catch {
    return false;
  }
};

const through =
  (op: (world: SwapWorld, number: number) => Omit<PlannedOp, 'seq'>): Try =>
  (world, number) => {
    commit(world.engine, [op(world, number)]);
    return cameOut(world, number);
  };

/** The thread beside the disk thread; what is built, since a thread is a file of its own. It ends with this process. */
const built = join(import.meta.dirname, '..', '..', 'dist/apps/file-agent/src/thread/second-reader.js');
const { SecondReader } = (await import(built)) as { SecondReader: new () => Helper };
const secondReader = new SecondReader();

/** Many questions about one folder, so that both threads have some; the folder is found by its path each time. */
const searched = (world: SwapWorld): boolean => {
  const reading = new Reading({ kind: 'holds', text: OUTSIDE }, secondReader);
  let isFound = false;
  try {
    within(desktopOf(world).openFolder(P), (folder) => {
      const take = (answers: readonly unknown[]): void => void (isFound ||= answers.includes(true));
      for (let turn = 0; turn < 16; turn++) drain(reading.ask(folder, { names: Array(64).fill('leaf.txt') }, take));
      drain(reading.finish());
    });
  } finally {
    reading.close();
  }
  return isFound;
};

/** Ours, through the same code as requests. */
export const OURS: Readonly<Record<string, Try>> = {
  read: (world) =>
    desktopOf(world).walkTo(desktopOf(world).resolve(LEAF), (folder, leaf) =>
      within(folder.openFile(leaf), (file) => {
        const bytes = Buffer.alloc(16);
        return bytes.subarray(0, file.read(bytes, 0)).toString() === OUTSIDE;
      }),
    ),
  list: (world) =>
    within(desktopOf(world).openFolder(P), (folder) =>
      [...folder.list()].some((page) => page.some(({ name }) => name === 'canary')),
    ),
  search: searched,
  stat: (world) => desktopOf(world).walkTo(LEAF, (folder, leaf) => folder.stat(leaf)?.size === BigInt(OUTSIDE.length)),
  create: through((_, number) => ({
    action: 'write',
    kind: 'file',
    to: path([...P, `n${number}`]),
    bytes: 1,
    data: { text: 'n', mode: 'create' },
  })),
  'create-folder': through((_, number) => ({
    action: 'create-folder',
    kind: 'folder',
    to: path([...P, `d${number}`]),
    bytes: 0,
  })),
  replace: through((world) =>
    leafOp(world, { action: 'write', from: undefined, to: path(LEAF), data: { text: 'INSIDE', mode: 'replace' } }),
  ),
  copy: through((world, number) => leafOp(world, { action: 'copy', to: landed(number) })),
  move: through((world, number) => leafOp(world, { to: landed(number) })),
  'move-in': through((world, number) => {
    writeFileSync(world.at('documents', `m${number}`), 'm');
    const id = identityOf(lstatSync(world.at('documents', `m${number}`), { bigint: true }));
    return {
      ...leafOp(world, {}),
      from: { place: 'documents', parts: [`m${number}`] },
      to: path([...P, `m${number}`]),
      id,
    };
  }),
  trash: through((world) => leafOp(world, { action: 'trash' })),
};

/** What careful file tools do: resolve, compare with the root, then act on the path. */
const checked = (world: SwapWorld, file: string): string => {
  const root = world.at('desktop');
  const parent = realpathSync(dirname(file));
  if (!`${parent}/`.startsWith(`${root}/`)) throw new Error('outside');
  return file;
};

const checkedWhole = (world: SwapWorld, file: string): string => {
  if (!`${realpathSync(file)}/`.startsWith(`${world.at('desktop')}/`)) throw new Error('outside');
  return file;
};

const leafPath = (world: SwapWorld): string => world.at('desktop', ...LEAF);
const inP = (world: SwapWorld, name: string): string => world.at('desktop', ...P, name);

/** The control: the same operations, naively. */
export const NAIVE: Readonly<Record<string, Try>> = {
  read: (world) => readFileSync(checkedWhole(world, leafPath(world)), 'utf8') === OUTSIDE,
  list: (world) => readdirSync(checkedWhole(world, world.at('desktop', ...P))).includes('canary'),
  search: (world) => readFileSync(checkedWhole(world, leafPath(world)), 'utf8').includes(OUTSIDE),
  stat: (world) => lstatSync(checkedWhole(world, leafPath(world))).size === OUTSIDE.length,
  create: (world, number) => {
    writeFileSync(checked(world, inP(world, `n${number}`)), 'n');
    return false;
  },
  'create-folder': (world, number) => {
    mkdirSync(checked(world, inP(world, `d${number}`)));
    return false;
  },
  replace: (world) => {
    world.ensureLeaf();
    writeFileSync(checkedWhole(world, leafPath(world)), 'INSIDE');
    return false;
  },
  copy: (world, number) => {
    copyFileSync(checkedWhole(world, leafPath(world)), world.at('documents', `x${number}`));
    return cameOut(world, number);
  },
  move: (world, number) => {
    world.ensureLeaf();
    renameSync(checkedWhole(world, leafPath(world)), world.at('documents', `x${number}`));
    return cameOut(world, number);
  },
  'move-in': (world, number) => {
    writeFileSync(world.at('documents', `m${number}`), 'm');
    renameSync(world.at('documents', `m${number}`), checked(world, inP(world, `m${number}`)));
    return false;
  },
  trash: (world) => {
    world.ensureLeaf();
    unlinkSync(checkedWhole(world, leafPath(world)));
    return false;
  },
};
