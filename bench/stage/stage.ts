import type { NatsConnection } from '@nats-io/transport-node';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { find } from '#contracts/operations/find';
import { inboxOf } from '#contracts/subjects';
import { BusClient } from '#nats/bus-client';
import { connectBus } from '#nats/connection';
import { startSystem, type System } from '../../test/testing/system.js';
import { type Profile, type Sizes, SIZES } from './sizes.js';
import { makeTree, type Tree } from './tree.js';

/**
 * The whole system as people run it, on a throw-away home, with sizes that fit the profile. Nothing is switched off:
 * keys, permissions, checks on both sides, confinement, journal, fsync.
 */

export const MACHINE = 'bench';
/** Another agent on a home of its own, for figures that stop and start one. */
export const LONE_MACHINE = 'bench-lone';

export interface Stage {
  readonly profile: Profile;
  readonly sizes: Sizes;
  readonly system: System;
  /** A connection with the gateway's key: the only role that may ask agents for everything. */
  readonly bus: BusClient;
  /** A new empty folder in the place `documents`: its path on the disk, and its location. */
  folder(name: string): { readonly path: string; readonly location: string };
  /** The tree of text files, made once; it lies in the place `downloads`. */
  tree(): Tree & { readonly location: string };
  /** Asks the agent how many files the tree has. */
  countTree(): Promise<number>;
  close(): Promise<void>;
}

const PATIENCE_MS = 600_000;

const XDG =
  'XDG_DOCUMENTS_DIR="$HOME/Documents"\nXDG_DOWNLOAD_DIR="$HOME/Downloads"\nXDG_DESKTOP_DIR="$HOME/Desktop"\n';

const PLACES = ['Documents', 'Downloads', 'Desktop', '.config'];

const fillHome = (home: string): string => {
  for (const folder of PLACES) mkdirSync(join(home, folder), { recursive: true });
  writeFileSync(join(home, '.config', 'user-dirs.dirs'), XDG);
  return home;
};

const makeHome = (): string => fillHome(mkdtempSync(join(process.env['BENCH_FOLDER'] ?? tmpdir(), 'ordena-bench-')));

export const openStage = async (profile: Profile, sizes: Sizes = SIZES[profile]): Promise<Stage> => {
  const home = makeHome();
  const system = await startSystem({ homes: { [MACHINE]: home, [LONE_MACHINE]: fillHome(join(home, 'lone')) } });
  const bus = new BusClient(await connectAs(system, 'gateway'), PATIENCE_MS);
  const tree = treeMaker(join(home, 'Downloads', 'tree'), sizes.tree);
  let folders = 0;
  return {
    profile,
    sizes,
    system,
    bus,
    folder: (name) => newFolder(home, `${name}-${folders++}`),
    tree,
    countTree: async () => {
      const request = { in: tree().location, select: { depth: 64, hidden: true }, limit: 0 };
      return (await bus.call(MACHINE, find, request)).totals.files;
    },
    close: async () => {
      await bus.nc.close();
      await system.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
};

/** Made when it is first asked for. */
const treeMaker = (root: string, files: number): Stage['tree'] => {
  let tree: Tree | undefined;
  return () => {
    tree ??= makeTree(root, files);
    return { ...tree, location: 'downloads/tree' };
  };
};

const connectAs = (system: System, role: string): Promise<NatsConnection> =>
  connectBus({
    servers: system.bus.url,
    name: `bench as ${role}`,
    credsFile: system.bus.keyFiles[role],
    inboxPrefix: inboxOf(role),
  });

const newFolder = (home: string, name: string): { path: string; location: string } => {
  const path = join(home, 'Documents', name);
  mkdirSync(path);
  return { path, location: `documents/${name}` };
};
