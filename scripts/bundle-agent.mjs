// `npm run bundle`: the agent as it goes to people's PCs, in dist/agent: one program, its disk thread beside it, and what
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

/** The thread is a file beside the program, and here that one ends in `.mjs`. */
const diskThread = {
  name: 'disk-thread',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]thread[\\/]disk-thread\.ts$/ }, ({ path }) => ({
      contents: renamed(readFileSync(path, 'utf8')),
      loader: 'ts',
    })),
};

const renamed = (source) => {
  if (!source.includes("'./disk-worker.js'")) throw new Error('thread/disk-thread.ts starts another file now.');
  return source.replace("'./disk-worker.js'", "'./disk-worker.mjs'");
};

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: {
    'ordena-agent': 'apps/file-agent/src/main.ts',
    'disk-worker': 'apps/file-agent/src/thread/disk-worker.ts',
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
  plugins: [withoutLocales, diskThread],
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
