import type { DeskFile } from '#contracts/enrolment';
import { chmod, writeFile } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { Authority } from './bus-authority.js';
import type { FleetWish, StartEnv } from './env.js';
import { openTlsFiles, type TlsFiles } from './tls-files.js';

export interface Fleet extends FleetWish {
  readonly reach: string;
  readonly tls: TlsFiles;
}

const EVERYWHERE = ['0.0.0.0', '::'];

export const openFleet = async (wish: FleetWish, folder: string): Promise<Fleet> => {
  const reach = wish.reach ?? (EVERYWHERE.includes(wish.listen) ? (addresses()[0] ?? '127.0.0.1') : wish.listen);
  const names = new Set(['127.0.0.1', 'localhost', hostname(), reach, ...addresses()]);
  if (!EVERYWHERE.includes(wish.listen)) names.add(wish.listen);
  return { ...wish, reach, tls: await openTlsFiles(folder, [...names]) };
};

/** Of this PC in its networks; link-local ones mean nothing elsewhere. */
const addresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family, address }) => !internal && family === 'IPv4' && !address.startsWith('169.254.'))
    .map(({ address }) => address);

/** Where the processes of this PC find the bus. */
export const ownAddress = ({ listen }: FleetWish): string => (EVERYWHERE.includes(listen) ? '127.0.0.1' : listen);

/** Tells the gateway how to keep the desk; the path of the file. */
export const writeDeskFile = async (
  fleet: Fleet,
  of: { env: StartEnv; authority: Authority; folder: string },
): Promise<string> => {
  const desk: DeskFile = {
    account: of.authority.accounts.FLEET,
    signer: new TextDecoder().decode(of.authority.agents.getSeed()),
    host: fleet.listen,
    port: fleet.deskPort,
    url: `https://${hostOf(fleet.reach)}:${fleet.deskPort}`,
    ...fleet.tls,
    servers: [`tls://${hostOf(fleet.reach)}:${fleet.busPort}`],
    lastsSeconds: fleet.admissionSeconds,
    machine: of.env.machine,
  };
  const file = join(of.folder, 'desk.json');
  await writeFile(file, JSON.stringify(desk), { mode: 0o600 });
  await chmod(file, 0o600);
  return file;
};

const hostOf = (address: string): string => (address.includes(':') ? `[${address}]` : address);
