import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const SWC = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

const SOURCES = new URL('..', import.meta.url).href;

const isSource = (url) => url.endsWith('.ts') && !url.includes('/node_modules/');

/** Sources import each other, and start workers, by the names of the built files. */
const builtToSource = (specifier) => specifier.replace(/\.js$/, '.ts');

export const resolve = async (specifier, context, next) => {
  const fromSource = context.parentURL !== undefined && isSource(context.parentURL) && specifier.startsWith('.');
  const isWorker = specifier.startsWith(SOURCES) && !specifier.includes('/node_modules/');
  return next(fromSource || isWorker ? builtToSource(specifier) : specifier, context);
};

export const load = async (url, context, next) => {
  if (!isSource(url)) return next(url, context);
  const path = fileURLToPath(url);
  const { code } = await transform(await readFile(path, 'utf8'), { ...SWC, filename: path });
  return { format: 'module', source: code, shortCircuit: true };
};
