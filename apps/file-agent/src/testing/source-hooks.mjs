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

const isSource = (url) => url.endsWith('.ts') && !url.includes('/node_modules/');

export const resolve = async (specifier, context, next) => {
  const fromSource = context.parentURL !== undefined && isSource(context.parentURL);
  if (fromSource && specifier.startsWith('.')) return next(specifier.replace(/\.js$/, '.ts'), context);
  // A worker is started by the URL of its built file.
  if (specifier.startsWith('file:') && specifier.includes('/src/')) {
    return next(specifier, context).catch(() => next(specifier.replace(/\.js$/, '.ts'), context));
  }
  return next(specifier, context);
};

export const load = async (url, context, next) => {
  if (!isSource(url)) return next(url, context);
  const path = fileURLToPath(url);
  const { code } = await transform(await readFile(path, 'utf8'), { ...SWC, filename: path });
  return { format: 'module', source: code, shortCircuit: true };
};
