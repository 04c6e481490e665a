import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPeer } from './peer-process.js';
import type { Sizes } from './sizes.js';
import { makeFlat, makeTree, type Tree } from './tree.js';

/** Files to look at, each set made when it is first asked for and never changed: they lie in the place `downloads`. */
export interface Fixtures {
  /** The tree of text files. */
  tree(): Tree & Spot;
  /** One folder of small files. */
  flat(): Spot & { readonly files: number };
  /** Empty files in folders of 250. */
  million(): Promise<Spot & { readonly files: number }>;
}

export interface Spot {
  readonly root: string;
  readonly location: string;
}

const MAKERS = 2;
/** Of the folders that one of the makers fills. */
const PER_FOLDER = 250;

export const openFixtures = (downloads: string, sizes: Sizes): Fixtures => {
  const spot = (name: string): Spot => ({ root: join(downloads, name), location: `downloads/${name}` });
  const made = new Map<string, unknown>();
  const once = <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as T;
  };
  return {
    tree: () => once('tree', () => ({ ...makeTree(spot('tree').root, sizes.tree), ...spot('tree') })),
    flat: () =>
      once('flat', () => {
        makeFlat(spot('flat').root, sizes.flat);
        return { ...spot('flat'), files: sizes.flat };
      }),
    million: () =>
      once('million', async () => {
        await makeEmpty(spot('million').root, sizes.million);
        return { ...spot('million'), files: sizes.million };
      }),
  };
};

const makeEmpty = async (root: string, files: number): Promise<void> => {
  mkdirSync(root);
  const each = Math.ceil(files / MAKERS / PER_FOLDER) * PER_FOLDER;
  const shares = Array.from({ length: MAKERS }, (_, at) => [at * each, Math.min(files, (at + 1) * each)]);
  const makers = await Promise.all(shares.map(([from, to]) => startPeer('empty-files.ts', [root, `${from}`, `${to}`])));
  for (const maker of makers) await maker.stop();
};
