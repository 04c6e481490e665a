import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openAuthority, saveAuthority, type Authority } from './bus-authority.js';
import { credsOf } from './bus-claims.js';
import { configOf } from './bus-config.js';
import { rolesFor, type Role } from './bus-roles.js';

/**
 * Configuration and credentials for a NATS of one's own, as `docker-compose.yml` uses them: `server/` for the servers, a
 * folder per role with what it alone needs, and `authority.json`, which signs them all and belongs on no server.
 */

const NODES = ['nats', 'nats-2', 'nats-3'];
const MONITOR_PORT = 8222;
const CLUSTER_PORT = 6222;

/** Running it again with another machine adds that one: who was let in before stays in. */
export const writeBusFiles = async (folder: string, machines: readonly string[]): Promise<void> => {
  const authority = await openAuthority(join(folder, 'authority.json'));
  await saveAuthority(join(folder, 'authority.json'), authority, { withKeys: true });
  for (const role of rolesFor(machines)) await writeCreds(authority, role, folder);
  const server = join(folder, 'server');
  const place = { host: '0.0.0.0', monitorPort: MONITOR_PORT };
  await mkdir(server, { recursive: true, mode: 0o700 });
  const own = { ...place, storeFolder: join(server, 'store') };
  await writeFile(join(server, 'server.conf'), await configOf(authority, own), PRIVATE);
  for (const node of NODES) await writeNode(authority, { node, server });
};

const PRIVATE = { mode: 0o600 };

const writeNode = async (authority: Authority, { node, server }: { node: string; server: string }): Promise<void> => {
  const cluster = { node, port: CLUSTER_PORT, routes: NODES.map((one) => `${one}:${CLUSTER_PORT}`) };
  const place = { host: '0.0.0.0', monitorPort: MONITOR_PORT, storeFolder: join(server, `store-${node}`), cluster };
  await writeFile(join(server, `${node}.conf`), await configOf(authority, place), PRIVATE);
};

const writeCreds = async (authority: Authority, role: Role, folder: string): Promise<void> => {
  await mkdir(join(folder, role.name), { recursive: true, mode: 0o700 });
  const file = join(folder, role.name, 'bus.creds');
  const known = await readFile(file).catch(() => undefined);
  await writeFile(file, await credsOf(authority, role, known), PRIVATE);
};
