import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Everything below a folder, as data: path → kind, inode, mode, time and content. Two equal ones: nothing changed. */
export const treeOf = (path: string): Record<string, unknown> => {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => !name.startsWith('.'));
  return Object.fromEntries(names.sort().map((name) => [name, entryAt(join(path, name))]));
};

const entryAt = (path: string): unknown => {
  const stat = lstatSync(path);
  const { ino, mode, size, mtimeMs } = stat;
  if (stat.isDirectory()) return { ino, mode };
  if (stat.isSymbolicLink()) return { ino, target: readlinkSync(path) };
  return stat.isFile() ? { ino, mode, size, mtimeMs, text: readFileSync(path, 'base64') } : { ino, mode };
};
