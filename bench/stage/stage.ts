import type { NatsConnection } from '@nats-io/transport-node';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inboxOf } from '#contracts/subjects';
import { BusClient } from '#nats/bus-client';
import { connectBus } from '#nats/connection';
import { startSystem, type System } from '../../test/testing/system.js';
import { closeFleets } from './fleet.js';
import { type Fixtures, openFixtures } from './fixtures.js';
import { freePort } from './free-port.js';
import { stopPeers } from './peer-process.js';
import { type Profile, type Sizes, SIZES } from './sizes.js';
import { run } from './tools.js';

/**
 * The whole system as people run it, on a throw-away home, with sizes that fit the profile. Nothing is switched off:
 * keys, permissions, checks on both sides, confinement, journal, fsync.
 */

export const MACHINE = 'bench';
/** Another agent on a home of its own, for figures that stop and start one. */
export const LONE_MACHINE = 'bench-lone';

export interface Stage extends Fixtures {
  readonly profile: Profile;
  readonly sizes: Sizes;
  readonly system: System;
  /** The throw-away homes of the machines. */
  readonly homes: Readonly<Record<string, string>>;
  /** Further environment of every process; what is changed here holds for those started later. */
  readonly env: NodeJS.ProcessEnv;
  /** A connection with the gateway's key: the only role that may ask agents for everything. */
  readonly bus: BusClient;
  /** A new empty folder in the place `documents`: its path on the disk, and its location. */
  folder(name: string): { readonly path: string; readonly location: string };
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

export interface StageOptions {
  readonly sizes?: Sizes;
  readonly env?: NodeJS.ProcessEnv;
}

export const openStage = async (profile: Profile, options: StageOptions = {}): Promise<Stage> => {
  const { sizes = SIZES[profile] } = options;
  // One port for the whole run: a figure that starts the gateway again must find it where it was.
  const env = { PORT: `${await freePort()}`, ...options.env };
  const home = makeHome();
  const homes = { [MACHINE]: home, [LONE_MACHINE]: fillHome(join(home, 'lone')) };
  const system = await startSystem({ homes, env });
  const bus = new BusClient(await connectAs(system, 'gateway'), PATIENCE_MS);
  let folders = 0;
  return {
    ...openFixtures(join(home, 'Downloads'), sizes),
    profile,
    sizes,
    system,
    homes,
    env,
    bus,
    folder: (name) => newFolder(home, `${name}-${folders++}`),
    close: async () => {
      await closeFleets();
      await stopPeers();
      await bus.nc.close();
      await system.close();
      await run('rm', ['-rf', home]);
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
