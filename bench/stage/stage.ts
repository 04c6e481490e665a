import type { NatsConnection } from '@nats-io/transport-node';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inboxOf } from '#contracts/subjects';
import { BusClient } from '#nats/bus-client';
import { connectBus } from '#nats/connection';
import { startSystem, type System } from '../../test/testing/system.js';
import type { Profile } from '../scenario.js';
import { makeTree, type Tree } from './tree.js';

/**
 * The whole system as people run it, on a throw-away home, with sizes that fit the profile. Nothing is switched off:
 * keys, permissions, checks on both sides, confinement, journal, fsync.
 */

export const MACHINE = 'bench';

export interface Sizes {
  readonly tree: number;
  readonly flat: number;
  readonly moves: number;
  readonly manyMoves: number;
  readonly agents: number;
  readonly copyBytes: number;
  /** Requests per block of a latency figure. */
  readonly calls: number;
}

const SIZES: Readonly<Record<Profile, Sizes>> = {
  smoke: { tree: 20_000, flat: 10_000, moves: 2_000, manyMoves: 10_000, agents: 100, copyBytes: 2 ** 28, calls: 300 },
  full: {
    tree: 200_000,
    flat: 100_000,
    moves: 10_000,
    manyMoves: 100_000,
    agents: 1_000,
    copyBytes: 2 ** 31,
    calls: 600,
  },
  peer: { tree: 200_000, flat: 100_000, moves: 10_000, manyMoves: 10_000, agents: 100, copyBytes: 2 ** 28, calls: 300 },
};

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
  close(): Promise<void>;
}

const XDG =
  'XDG_DOCUMENTS_DIR="$HOME/Documents"\nXDG_DOWNLOAD_DIR="$HOME/Downloads"\nXDG_DESKTOP_DIR="$HOME/Desktop"\n';

const makeHome = (): string => {
  const home = mkdtempSync(join(process.env['BENCH_FOLDER'] ?? tmpdir(), 'ordena-bench-'));
  for (const folder of ['Documents', 'Downloads', 'Desktop', '.config']) mkdirSync(join(home, folder));
  writeFileSync(join(home, '.config', 'user-dirs.dirs'), XDG);
  return home;
};

export const openStage = async (profile: Profile, sizes: Sizes = SIZES[profile]): Promise<Stage> => {
  const home = makeHome();
  const system = await startSystem({ homes: { [MACHINE]: home } });
  const nc = await connectAs(system, 'gateway');
  let folders = 0;
  let tree: Tree | undefined;
  return {
    profile,
    sizes,
    system,
    bus: new BusClient(nc, 600_000),
    folder: (name) => newFolder(home, `${name}-${folders++}`),
    tree: () => {
      tree ??= makeTree(join(home, 'Downloads', 'tree'), sizes.tree);
      return { ...tree, location: 'downloads/tree' };
    },
    close: async () => {
      await nc.close();
      await system.close();
      rmSync(home, { recursive: true, force: true });
    },
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
