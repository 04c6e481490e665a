// `npm run bundle`: the agent as it goes to people's PCs, in dist/agent: one program, its threads beside it, and what
// only a rare command needs in chunks of their own. Node is all it needs. Why a bundle: docs/decisions/0009.
import { build } from 'esbuild';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'dist', 'agent');
const { version, license, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What zod would say in fifty languages is never shown: our own catalogue speaks to people. It was half of the bundle. */
const withoutLocales = {
  name: 'without-locales',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    })),
};

/** Whoever starts a thread, and the file it starts. */
const THREADS = { 'disk-thread': 'disk-worker', 'second-reader': 'second-reader-worker' };

/** A thread is a file beside the program, and here that one ends in `.mjs`. */
const threads = {
  name: 'threads',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]thread[\\/](disk-thread|second-reader)\.ts$/ }, ({ path }) => ({
      contents: renamed(readFileSync(path, 'utf8'), THREADS[basename(path, '.ts')]),
      loader: 'ts',
    })),
};

const renamed = (source, worker) => {
  if (!source.includes(`'./${worker}.js'`)) throw new Error(`Nobody starts thread/${worker}.ts any more.`);
  return source.replace(`'./${worker}.js'`, `'./${worker}.mjs'`);
};

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: {
    'ordena-agent': 'apps/file-agent/src/main.ts',
    ...Object.fromEntries(Object.values(THREADS).map((name) => [name, `apps/file-agent/src/thread/${name}.ts`])),
  },
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['ordena-source'],
  // Names stay, so that a stack in a log can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'eof',
  plugins: [withoutLocales, threads],
  // The NATS client is CommonJS inside and asks for Node's own modules.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  logLevel: 'warning',
  metafile: true,
});

// Files of an earlier build go last: an agent may be starting from this folder.
const made = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
for (const name of readdirSync(out)) if (name.endsWith('.mjs') && !made.has(name)) rmSync(join(out, name));
const bin = { 'ordena-agent': 'ordena-agent.mjs' };
const about = { name: 'ordena-agent', version, license, type: 'module', private: true, engines, bin };
writeFileSync(join(out, 'package.json'), `${JSON.stringify(about, null, 2)}\n`);
