import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openAuthority, saveAuthority, type Authority } from './bus-authority.js';
import { credsOf } from './bus-claims.js';
import { configOf } from './bus-config.js';
import { rolesFor, type Role } from './bus-roles.js';
import { openTlsFiles, type TlsFiles } from './tls-files.js';

/**
 * Configuration and credentials for a NATS of one's own, as `docker-compose.yml` uses them: `server/` for the servers, a
 * folder per role with what it alone needs, and `authority.json` and `tls/`, which sign them all and belong on no server.
 */

const NODES = ['nats', 'nats-2', 'nats-3'];
const MONITOR_PORT = 8222;
const CLUSTER_PORT = 6222;

/** Running it again with another machine adds that one: who was let in before stays in. `names`: of the servers, beside those in Compose. */
export const writeBusFiles = async (
  folder: string,
  machines: readonly string[],
  names: readonly string[] = [],
): Promise<void> => {
  const authority = await openAuthority(join(folder, 'authority.json'));
  await saveAuthority(join(folder, 'authority.json'), authority, { withKeys: true });
  const server = join(folder, 'server');
  const tls = await writeTlsFiles(folder, server, names);
  for (const role of rolesFor(machines)) {
    await writeCreds(authority, role, folder);
    await copyFile(tls.caFile, join(folder, role.name, 'ca.pem'));
  }
  const place = { host: '0.0.0.0', monitorPort: MONITOR_PORT, tls };
  const own = { ...place, storeFolder: join(server, 'store') };
  await writeFile(join(server, 'server.conf'), await configOf(authority, own), PRIVATE);
  for (const node of NODES) {
    const cluster = { node, port: CLUSTER_PORT, routes: NODES.map((one) => `${one}:${CLUSTER_PORT}`) };
    const one = { ...place, storeFolder: join(server, `store-${node}`), cluster };
    await writeFile(join(server, `${node}.conf`), await configOf(authority, one), PRIVATE);
  }
};

const PRIVATE = { mode: 0o600 };
const HERE = ['localhost', '127.0.0.1'];

/** Servers get their certificate; the key of the authority stays where the other keys are. */
const writeTlsFiles = async (folder: string, server: string, names: readonly string[]): Promise<TlsFiles> => {
  const made = await openTlsFiles(join(folder, 'tls'), [...NODES, ...HERE, ...names]);
  await mkdir(server, { recursive: true, mode: 0o700 });
  const inServer = async (file: string): Promise<string> => {
    const copy = join(server, basename(file));
    await copyFile(file, copy);
    return copy;
  };
  const [caFile, certFile, keyFile] = await Promise.all([made.caFile, made.certFile, made.keyFile].map(inServer));
  return { caFile: caFile!, certFile: certFile!, keyFile: keyFile! };
};

const writeCreds = async (authority: Authority, role: Role, folder: string): Promise<void> => {
  await mkdir(join(folder, role.name), { recursive: true, mode: 0o700 });
  const file = join(folder, role.name, 'bus.creds');
  const known = await readFile(file).catch(() => undefined);
  await writeFile(file, await credsOf(authority, role, known), PRIVATE);
};
