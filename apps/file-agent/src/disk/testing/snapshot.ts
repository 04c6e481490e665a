import { lstatSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { VAULT_NAME } from '../protection.js';

/** One entry in words: kind, mode, and for files bytes, time and (same disk) inode. */
export type Snapshot = Record<string, string>;

const describe = (path: string, withInodes: boolean): string => {
  const stat = lstatSync(path, { bigint: true });
  const mode = (stat.mode & 0o7777n).toString(8);
  const ino = withInodes ? ` #${stat.ino}` : '';
  if (stat.isDirectory()) return `folder ${mode}${ino}`;
  if (stat.isSymbolicLink()) return `link ${readlinkSync(path)}${ino}`;
  if (!stat.isFile()) return 'special';
  return `file ${mode} ${stat.mtimeNs} x${stat.nlink} ${readFileSync(path).toString('latin1')}${ino}`;
};

const collect = (path: string, name: string, { into, withInodes }: { into: Snapshot; withInodes: boolean }): void => {
  for (const child of readdirSync(path).sort()) {
    if (child === VAULT_NAME) continue;
    const below = join(path, child);
    into[name + child] = describe(below, withInodes);
    if (lstatSync(below).isDirectory()) collect(below, `${name}${child}/`, { into, withInodes });
  }
};

/** Everything below a folder, to compare before and after. Folder times are left out: any change inside moves them. */
export const snapshot = (path: string, { inodes = true } = {}): Snapshot => {
  const into: Snapshot = {};
  collect(path, '', { into, withInodes: inodes });
  return into;
};
