import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openAuthority, saveAuthority, type Authority } from './bus-authority.js';
import { credsOf } from './bus-claims.js';
import { configOf } from './bus-config.js';
import { rolesFor, type Role } from './bus-roles.js';
import { ownAddress, type Fleet } from './fleet.js';
import { watchChild, type Child } from './child.js';

/** The embedded nats-server: loopback only unless there is a fleet, a store of its own, and one generated credential per role. */

export interface Bus {
  readonly url: string;
  /** The credentials file of each role, by the role's name. */
  readonly keyFiles: Readonly<Record<string, string>>;
  readonly server: Child | undefined;
}

/** One that we started, and may therefore change. */
export interface OwnBus extends Bus {
  readonly server: Child;
  /** The server once more, after it ended: at the same address and with the same store, and it knows who was shut out meanwhile. */
  readonly again: () => Promise<Child>;
  readonly authority: Authority;
  readonly authorityFile: string;
}

const READY_WITHIN_MS = 15_000;
/** Where `nats` looks when nobody tells it; taken by another server, any free port serves as well. */
const USUAL_PORT = 4222;
const ANY_PORT = -1;

export const startBus = async (options: {
  binary: string;
  folder: string;
  machines: readonly string[];
  fleet?: Fleet;
}): Promise<OwnBus> => {
  const { folder, fleet } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const authorityFile = join(folder, 'authority.json');
  const authority = await openAuthority(authorityFile);
  await saveAuthority(authorityFile, authority);
  const roles = rolesFor(options.machines);
  for (const role of roles) await writeCreds(authority, role, fileOf(role, folder));
  await configure(authority, options);
  const { url, server } = await serveOn(options, fleet);
  const keyFiles = Object.fromEntries(roles.map((role) => [role.name, fileOf(role, folder)]));
  const again = async (): Promise<Child> => {
    await configure(authority, options);
    return (await serve(options, Number(new URL(url).port)))?.server ?? refuse(folder);
  };
  return { url, server, again, keyFiles, authority, authorityFile };
};

/** Accounts come from the authority alone; those of an earlier run are forgotten, and so is where it listened. */
const configure = async (authority: Authority, { folder, fleet }: { folder: string; fleet?: Fleet }): Promise<void> => {
  const storeFolder = join(folder, 'store');
  await forgetOldPorts(folder);
  await rm(join(storeFolder, 'accounts'), { recursive: true, force: true });
  const place = { host: fleet?.listen ?? '127.0.0.1', storeFolder, tls: fleet?.tls };
  await writeFile(join(folder, 'server.conf'), await configOf(authority, place), PRIVATE);
};

/** Other PCs remember the port, so with a fleet there is no other one to take. */
const serveOn = async (
  options: { binary: string; folder: string },
  fleet: Fleet | undefined,
): Promise<{ server: Child; url: string }> => {
  if (fleet === undefined)
    return (await serve(options, USUAL_PORT)) ?? (await serve(options, ANY_PORT)) ?? refuse(options.folder);
  const { server } = (await serve(options, fleet.busPort)) ?? refuse(options.folder);
  return { server, url: `tls://${ownAddress(fleet)}:${fleet.busPort}` };
};

const PRIVATE = { mode: 0o600 };

const fileOf = (role: Role, folder: string): string => join(folder, `${role.name}.creds`);

/** Signed by a key of this start only: nothing to steal from an old one. */
const writeCreds = async (authority: Authority, role: Role, file: string): Promise<void> =>
  writeFile(file, await credsOf(authority, role), PRIVATE);

const forgetOldPorts = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) if (name.endsWith('.ports')) await rm(join(folder, name));
};

/** The server and where it listens; undefined when it ended at once, as it does on a taken port. */
const serve = async (
  { binary, folder }: { binary: string; folder: string },
  port: number,
): Promise<{ server: Child; url: string } | undefined> => {
  const args = ['-c', join(folder, 'server.conf'), '-p', String(port), '--ports_file_dir', folder];
  const process_ = spawn(binary, [...args, '-l', join(folder, 'server.log')], { stdio: 'ignore', detached: true });
  const server = watchChild('nats-server', process_);
  for (let waitedMs = 0; waitedMs < READY_WITHIN_MS; waitedMs += 25) {
    if (server.exited()) return undefined;
    const file = (await readdir(folder)).find((name) => name.endsWith('.ports'));
    const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
    if (text !== '') return { server, url: firstUrl(text) };
    await sleep(25);
  }
  await server.stop(0);
  return undefined;
};

const refuse = (folder: string): never => {
  throw new Error(`nats-server did not start; ${join(folder, 'server.log')} says why.`);
};

const firstUrl = (ports: string): string => {
  const url = (JSON.parse(ports) as { nats: string[] }).nats[0];
  if (url === undefined) throw new Error('nats-server reported no client port.');
  return url;
};
