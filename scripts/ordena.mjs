#!/usr/bin/env node
// What `npm start`, `npm run demo` and `npm test` run on a fresh clone: plain JavaScript with no dependency, because
// nothing is installed yet. It installs, builds what changed, and hands over.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command = 'start', ...rest] = process.argv.slice(2);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Ordena needs Node 20.19 or newer; this is ${process.versions.node}. Get one from https://nodejs.org`);
  process.exit(1);
}

// Settings kept beside the code; what the environment already says counts more.
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));

const run = (program, args) => {
  // On Windows npm and tsc are .cmd files, which need a shell.
  const done = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (done.status !== 0) process.exit(done.status ?? 1);
};

const agent = join(root, 'dist', 'agent', 'ordena-agent.mjs');

const modifiedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

const newestIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .reduce((newest, entry) => Math.max(newest, modifiedAt(join(entry.parentPath, entry.name))), 0);

const install = () => {
  const installed = modifiedAt(join(root, 'node_modules', '.package-lock.json'));
  if (installed >= modifiedAt(join(root, 'package-lock.json'))) return;
  console.error('npm ci …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
};

const build = () => {
  const built = Math.min(modifiedAt(join(root, 'dist', '.tsbuildinfo')), modifiedAt(agent));
  const newest = Math.max(newestIn('libs'), newestIn('apps'), modifiedAt(join(root, 'tsconfig.build.json')));
  if (built >= newest) return;
  console.error('build …');
  run('npm', ['run', '--silent', 'build']);
};

/** Ctrl-C reaches the whole group; we only wait for the other to end. */
const handOver = (args) => {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 143)));
};

install();
build();
const app = (name) => join('dist', 'apps', name, 'src', 'main.js');
if (command === 'start') handOver([app('start'), 'start', ...rest]);
else if (command === 'demo') handOver([app('start'), 'demo']);
else if (command === 'agent') handOver([agent, ...rest]);
else if (command === 'test') handOver([join('scripts', 'test.mjs'), ...rest]);
else {
  console.error(`Unknown command: ${command}. There are start, demo, agent and test.`);
  process.exit(1);
}
