import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { FixtureFile } from './cases.js';

/** Place → its folder in a home, as a fresh Linux account has them. */
const FOLDERS: Readonly<Record<string, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  pictures: 'Pictures',
  music: 'Music',
  videos: 'Videos',
};

const DAY_MS = 86_400_000;

export const newHome = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'ordena-eval-'));
  for (const folder of Object.values(FOLDERS)) mkdirSync(join(home, folder));
  return home;
};

const diskPath = (home: string, location: string): string => {
  const [place = '', ...rest] = location.split('/');
  return join(home, FOLDERS[place] ?? place, ...rest);
};

/** Empties the places, but for what the agent keeps there, and puts the files of a case in. */
export const fillHome = (home: string, files: readonly FixtureFile[]): void => {
  for (const folder of Object.values(FOLDERS)) {
    for (const name of readdirSync(join(home, folder))) {
      if (!name.startsWith('.')) rmSync(join(home, folder, name), { recursive: true });
    }
  }
  for (const file of files) putFile(diskPath(home, file.path), file);
};

const putFile = (path: string, { path: said, size = 0, daysAgo = 0, text }: FixtureFile): void => {
  if (said.endsWith('/')) return void mkdirSync(path, { recursive: true });
  mkdirSync(dirname(path), { recursive: true });
  // equal sizes must not mean equal contents, or every fixture would be a duplicate of another
  writeFileSync(path, text ?? said.slice(0, size));
  if (text === undefined) truncateSync(path, size);
  const at = new Date(Date.now() - daysAgo * DAY_MS);
  utimesSync(path, at, at);
};

export interface Tree {
  /** Locations of files, sorted. */
  readonly files: string[];
  readonly folders: string[];
}

/** What people see in the places: hidden entries are not part of it. */
export const readTree = (home: string): Tree => {
  const tree: Tree = { files: [], folders: [] };
  for (const [place, folder] of Object.entries(FOLDERS)) {
    const root = join(home, folder);
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      const inside = relative(root, join(entry.parentPath, entry.name));
      if (inside.split('/').some((part) => part.startsWith('.'))) continue;
      (entry.isDirectory() ? tree.folders : tree.files).push(`${place}/${inside}`);
    }
  }
  tree.files.sort((a, b) => (a < b ? -1 : 1));
  return tree;
};
