import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** A tree as text lines that can be compared: path, kind, inode, mode, time and content of every file. */
export const snapshot = (root: string, skip: (path: string) => boolean = () => false): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !skip(relative(root, path)))
    .map((path) => lineOf(root, path))
    .sort((a, b) => (a < b ? -1 : 1));

const lineOf = (root: string, path: string): string => {
  const stat = lstatSync(path, { bigint: true });
  const name = relative(root, path);
  if (stat.isDirectory()) return `${name}/ mode=${stat.mode.toString(8)}`;
  const content = stat.isSymbolicLink()
    ? readlinkSync(path)
    : createHash('sha256').update(readFileSync(path)).digest('hex');
  return `${name} ino=${stat.ino} mode=${stat.mode.toString(8)} mtime=${stat.mtimeNs} ${content}`;
};

/** Path below the home → its text; a path ending in `/` is an empty folder. */
export type Files = Readonly<Record<string, string>>;

const XDG =
  'XDG_DESKTOP_DIR="$HOME/Escritorio"\nXDG_DOCUMENTS_DIR="$HOME/Documentos"\nXDG_DOWNLOAD_DIR="$HOME/Descargas"\n';

/** A home with desktop, documents and downloads under their Spanish names, and these files, a week old. */
export const makeHome = (files: Files): string => {
  const home = mkdtempSync(join(tmpdir(), 'ordena-home-'));
  for (const folder of ['Escritorio', 'Documentos', 'Descargas', '.config']) mkdirSync(join(home, folder));
  writeFileSync(join(home, '.config', 'user-dirs.dirs'), XDG);
  for (const [path, text] of Object.entries(files)) putFile(join(home, path), text);
  return home;
};

const putFile = (path: string, text: string): void => {
  if (path.endsWith('/')) return void mkdirSync(path, { recursive: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const weekAgo = new Date(Date.now() - 7 * 86_400_000);
  utimesSync(path, weekAgo, weekAgo);
};
