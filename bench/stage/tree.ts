import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../statistics.js';

/** Seeded files to work on: the same tree at every run. */

export const NEEDLE = 'Quokka';
const FILES_PER_FOLDER = 53;
const FOLDERS_PER_LEVEL = 12;
const COPIES_OF = 200;
const EXTENSIONS = ['txt', 'md', 'csv', 'log', 'json'];
const WORDS = 'the order of a desk is a letter to nobody but rain and paper remember every factura of june again'.split(
  ' ',
);

export interface Tree {
  readonly root: string;
  readonly files: number;
  readonly folders: number;
  /** Files whose name holds `report`. */
  readonly reports: number;
  /** Files whose text holds the needle. */
  readonly needles: number;
}

/** Text files of about 1.7 kB, 53 to a folder; one in a hundred holds the needle, one in five has copies. */
export const makeTree = (root: string, files: number): Tree => {
  const random = seeded(7);
  const originals = Array.from({ length: COPIES_OF }, () => textOf(random));
  const count = { folders: 0, reports: 0, needles: 0 };
  let folder = root;
  for (let at = 0; at < files; at++) {
    if (at % FILES_PER_FOLDER === 0) {
      folder = folderFor(root, count.folders++);
      mkdirSync(folder, { recursive: true });
    }
    const isReport = random() < 0.02;
    const isNeedle = random() < 0.01;
    const isCopy = !isNeedle && random() < 0.2;
    if (isReport) count.reports++;
    if (isNeedle) count.needles++;
    const text = isCopy ? originals[Math.floor(random() * COPIES_OF)]! : textOf(random) + (isNeedle ? NEEDLE : '');
    writeFileSync(join(folder, nameOf(at, isReport)), text);
  }
  return { root, files, ...count };
};

const folderFor = (root: string, number: number): string => {
  const parts: string[] = [];
  for (let rest = number; ; rest = Math.floor(rest / FOLDERS_PER_LEVEL)) {
    parts.unshift(`folder-${rest % FOLDERS_PER_LEVEL}`);
    if (rest < FOLDERS_PER_LEVEL) return join(root, `depth-${parts.length}`, ...parts);
  }
};

const nameOf = (at: number, isReport: boolean): string =>
  `${isReport ? 'report' : 'file'}-${at}.${EXTENSIONS[at % EXTENSIONS.length]}`;

const textOf = (random: () => number): string => {
  const words = Array.from(
    { length: 250 + Math.floor(random() * 200) },
    () => WORDS[Math.floor(random() * WORDS.length)],
  );
  return `${words.join(' ')} ${random()}\n`;
};

/** One folder of small files, `entry-000000.txt` on. */
export const makeFlat = (folder: string, files: number): void => {
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at < files; at++)
    writeFileSync(join(folder, `entry-${String(at).padStart(6, '0')}.txt`), `entry ${at}\n`);
};
