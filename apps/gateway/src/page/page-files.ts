import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** The page is a handful of small files; they are read once, at the start, so a request never names a path. */
export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Sources and compiled output lie at different depths, so the package is found by its package.json. */
const packageRoot = (from: string): string => {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('package.json is missing above the gateway; the installation is incomplete.');
  return packageRoot(above);
};

export const packageFolder = (...parts: string[]): string => join(packageRoot(import.meta.dirname), ...parts);

export const readPageFiles = (folder: string): ReadonlyMap<string, PageFile> => {
  const names = readdirSync(folder).filter((name) => extname(name) in TYPES);
  return new Map(
    names.map((name) => [name, { type: TYPES[extname(name)] ?? '', body: readFileSync(join(folder, name)) }]),
  );
};
