import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PageFile } from '../page/page-files.js';

const SERVED: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

/** Swagger UI from our own host; read at the start, like the page. */
export const readUiFiles = (): ReadonlyMap<string, PageFile> => {
  const { resolve } = createRequire(import.meta.url);
  const entries = Object.entries(SERVED);
  return new Map(
    entries.map(([name, type]) => [name, { type, body: readFileSync(resolve(`swagger-ui-dist/${name}`)) }]),
  );
};
