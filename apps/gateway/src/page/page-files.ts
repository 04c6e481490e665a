import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { PAGE_TEXT, PLACE_NAMES } from '#contracts/words/page-text';

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

const packageFolder = (...parts: string[]): string => join(packageRoot(import.meta.dirname), ...parts);

/** The page's words, from the one catalogue, as a module the browser can read. */
const textFile = (): PageFile => ({
  type: TYPES['.js'] ?? '',
  body: Buffer.from(
    `export const PAGE_TEXT = ${JSON.stringify(PAGE_TEXT)};\nexport const PLACE_NAMES = ${JSON.stringify(PLACE_NAMES)};\n`,
  ),
});

/** The page is served as it is written: no build step, the same files from source, from `dist` and in a container. */
export const readPageFiles = (): ReadonlyMap<string, PageFile> => {
  const folder = packageFolder('apps', 'gateway', 'src', 'page', 'assets');
  const files = readdirSync(folder)
    .filter((name) => extname(name) in TYPES)
    .map((name): [string, PageFile] => [
      name,
      { type: TYPES[extname(name)] ?? '', body: readFileSync(join(folder, name)) },
    ]);
  return new Map([...files, ['text.js', textFile()]]);
};
