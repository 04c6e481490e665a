import { createUser } from '@nats-io/nkeys';
import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { agentRole, GATEWAY_ROLE, OPS_ROLE, PLANNER_ROLE, type Role } from './bus-roles.js';
import { watchChild, type Child } from './child.js';

/** The embedded nats-server: loopback only, a store of its own, and one generated key per role. */

export interface Bus {
  readonly url: string;
  /** The key file of each role, by the role's name. */
  readonly keyFiles: Readonly<Record<string, string>>;
  readonly server: Child | undefined;
}

const READY_WITHIN_MS = 15_000;
const USUAL_PORT = 4222;

export const startBus = async (options: {
  binary: string;
  folder: string;
  machines: readonly string[];
}): Promise<Bus> => {
  const { folder } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await forgetOldPorts(folder);
  const users = await Promise.all(rolesFor(options.machines).map((role) => makeUser(role, folder)));
  await writeFile(join(folder, 'server.conf'), configOf(users, folder), { mode: 0o600 });
  const port = (await isFree(USUAL_PORT)) ? USUAL_PORT : -1;
  const args = ['-c', join(folder, 'server.conf'), '-p', String(port), '--ports_file_dir', folder];
  const log = join(folder, 'server.log');
  const server = watchChild(
    'nats-server',
    spawn(options.binary, [...args, '-l', log], { stdio: 'ignore', detached: true }),
  );
  const url = await urlOf(server, folder);
  return { url, server, keyFiles: Object.fromEntries(users.map(({ role, keyFile }) => [role.name, keyFile])) };
};

const rolesFor = (machines: readonly string[]): Role[] => [
  ...machines.map(agentRole),
  PLANNER_ROLE,
  GATEWAY_ROLE,
  OPS_ROLE,
];

interface User {
  readonly role: Role;
  readonly publicKey: string;
  readonly keyFile: string;
}

/** A fresh key at every start: nothing to steal from an old one. */
const makeUser = async (role: Role, folder: string): Promise<User> => {
  const pair = createUser();
  const keyFile = join(folder, `${role.name}.nk`);
  await writeFile(keyFile, pair.getSeed(), { mode: 0o600 });
  return { role, publicKey: pair.getPublicKey(), keyFile };
};

/** Server configuration text; JSON strings are valid in it. */
export const configOf = (users: readonly Pick<User, 'role' | 'publicKey'>[], folder: string): string => `
listen: "127.0.0.1"
max_payload: 1MB
jetstream { store_dir: ${JSON.stringify(join(folder, 'store'))}, max_memory_store: 64MB, max_file_store: 1GB }
authorization { users: [
${users.map(({ role, publicKey }) => `  ${JSON.stringify({ nkey: publicKey, permissions: permissionsOf(role) })}`).join('\n')}
] }
`;

const permissionsOf = (role: Role): object => ({
  publish: { allow: role.publish },
  subscribe: { allow: role.subscribe },
  ...(role.answers && { allow_responses: { max: 1000, expires: '15m' } }),
});

const forgetOldPorts = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) if (name.endsWith('.ports')) await rm(join(folder, name));
};

const urlOf = async (server: Child, folder: string): Promise<string> => {
  for (let waitedMs = 0; waitedMs < READY_WITHIN_MS; waitedMs += 25) {
    if (server.exited()) throw new Error(`nats-server ended at once; ${join(folder, 'server.log')} says why.`);
    const file = (await readdir(folder)).find((name) => name.endsWith('.ports'));
    const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
    if (text !== '') return firstUrl(text);
    await sleep(25);
  }
  throw new Error(
    `nats-server was not ready within ${READY_WITHIN_MS / 1000} s; look at ${join(folder, 'server.log')}.`,
  );
};

const firstUrl = (ports: string): string => {
  const url = (JSON.parse(ports) as { nats: string[] }).nats[0];
  if (url === undefined) throw new Error('nats-server reported no client port.');
  return url;
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => answer(true)));
  });
