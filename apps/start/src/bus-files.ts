import { createUser, fromSeed } from '@nats-io/nkeys';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configOf, type BusUser } from './bus-config.js';
import { rolesFor, type Role } from './bus-roles.js';

/**
 * Configuration and keys for a NATS of one's own, as `docker-compose.yml` uses them: `server/` for the servers, and a
 * folder per role with its one key, so that each process can be given its own and no other.
 */

const NODES = ['nats', 'nats-2', 'nats-3'];
const MONITOR_PORT = 8222;

/** Keys that are there stay: running it again with another machine adds that one. */
export const writeBusFiles = async (folder: string, machines: readonly string[]): Promise<void> => {
  const users = await Promise.all(rolesFor(machines).map((role) => userOf(role, folder)));
  const server = join(folder, 'server');
  const place = { host: '0.0.0.0', monitorPort: MONITOR_PORT };
  await mkdir(server, { recursive: true, mode: 0o700 });
  await writeFile(
    join(server, 'server.conf'),
    configOf(users, { ...place, storeFolder: join(server, 'store') }),
    PRIVATE,
  );
  for (const node of NODES) {
    const own = { ...place, storeFolder: join(server, `store-${node}`), cluster: { node, nodes: NODES } };
    await writeFile(join(server, `${node}.conf`), configOf(users, own), PRIVATE);
  }
};

const PRIVATE = { mode: 0o600 };

const userOf = async (role: Role, folder: string): Promise<BusUser> => {
  await mkdir(join(folder, role.name), { recursive: true, mode: 0o700 });
  const file = join(folder, role.name, 'key.nk');
  const known = await readFile(file).catch(() => undefined);
  if (known !== undefined) return { role, publicKey: fromSeed(known).getPublicKey() };
  const pair = createUser();
  await writeFile(file, pair.getSeed(), PRIVATE);
  return { role, publicKey: pair.getPublicKey() };
};
