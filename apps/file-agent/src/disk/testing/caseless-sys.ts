import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { realSys, type Sys } from '../sys.js';

/** As ext4's casefold folders compare names (NFDICF), but for the Turkish dotless i. */
const oneName = (name: string): string => name.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC');

const asItIs = (path: string): string => {
  if (!existsSync(dirname(path))) return path;
  const wanted = oneName(basename(path));
  const there = readdirSync(dirname(path)).find((name) => oneName(name) === wanted);
  return there === undefined ? path : join(dirname(path), there);
};

const isPath = (value: unknown): value is string => typeof value === 'string' && value.startsWith('/');

/**
 * The real disk, but names that differ only by case or by how their letters are composed are one name, as on APFS, NTFS
 * and folders of ext4 with casefold: every call finds what is there under another spelling. Nothing else is different.
 */
export const caselessSys = Object.fromEntries(
  Object.entries(realSys).map(([verb, act]) => [
    verb,
    (...input: unknown[]): unknown =>
      (act as (...input: unknown[]) => unknown)(...input.map((value) => (isPath(value) ? asItIs(value) : value))),
  ]),
) as unknown as Sys;
