// `npm run test:images`: proves the Dockerfile without a container engine. Its steps run in a temporary folder, in the
// order they are written; then what is left starts as docker-compose.yml starts it, and its health checks must pass.
// Slow (an `npm ci` and a build), hence not part of `npm test`.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const work = mkdtempSync(join(tmpdir(), 'ordena-image-'));
const children = [];

/** Each stage gets a folder; `/ordena` is that folder. */
const stages = readFileSync(join(root, 'Dockerfile'), 'utf8')
  .split(/^FROM /m)
  .slice(1)
  .map((text) => ({ name: /^\S+ AS (\S+)/.exec(text)?.[1] ?? 'final', lines: text.split('\n').slice(1) }));

const run = (command, cwd) => {
  console.log(`  ${command}`);
  const done = spawnSync('sh', ['-c', command], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) throw new Error(`failed: ${command}`);
};

const copy = (words, folder) => {
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  const [target, ...sources] = words.filter((word) => !word.startsWith('--')).reverse();
  for (const source of sources) {
    const origin = from === undefined ? join(root, source) : join(work, from, source.replace('/ordena/', ''));
    const name = target.endsWith('/') ? join(target, source.split('/').pop()) : target;
    cpSync(origin, join(folder, name), { recursive: true, verbatimSymlinks: true });
  }
};

/** Steps that make folders outside `/ordena` belong to the image's own root, which a replay does not have. */
const replay = ({ name, lines }) => {
  console.log(`stage ${name}`);
  const folder = join(work, name);
  mkdirSync(folder);
  for (const line of lines) {
    const [step, ...words] = line.split(' ');
    if (step === 'COPY') copy(words, folder);
    if (step === 'RUN' && words[0] !== 'mkdir') run(words.join(' '), folder);
  }
};

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

const image = join(work, 'final');
const script = (app) => join('dist', 'apps', app, 'src', 'main.js');
const start = (command, args, env = {}) =>
  children.push(spawn(command, args, { cwd: image, env: { PATH: process.env.PATH, ...env }, stdio: 'ignore' }));

const until = async (what, isSo) => {
  for (let waitedMs = 0; waitedMs < 20_000; waitedMs += 250) {
    if (await isSo()) return console.log(`healthy: ${what}`);
    await sleep(250);
  }
  throw new Error(`not healthy: ${what}`);
};

const startAll = async () => {
  const [busPort, port] = [await freePort(), await freePort()];
  const bus = join(work, 'bus');
  run(`"${process.execPath}" ${script('start')} bus "${bus}" pc1`, image);
  const server = process.env.NATS_SERVER_BIN ?? 'nats-server';
  start(server, ['-c', join(bus, 'server', 'server.conf'), '-p', String(busPort), '-m', String(await freePort())]);
  const envOf = (role) => ({
    NATS_URL: `tls://127.0.0.1:${busPort}`,
    NATS_CREDS: join(bus, role, 'bus.creds'),
    ORDENA_STATE: join(work, `state-${role}`),
    ORDENA_MACHINE: 'pc1',
    ORDENA_HOME: join(work, 'home'),
    ORDENA_LOCAL_MODELS: 'off',
    ORDENA_TOKEN: 'a token that is long enough for a test',
    PORT: String(port),
  });
  mkdirSync(join(work, 'home', 'Documents'), { recursive: true });
  start(process.execPath, [join('dist', 'agent', 'ordena-agent.mjs')], envOf('agent-pc1'));
  start(process.execPath, [script('planner')], envOf('planner'));
  start(process.execPath, [script('gateway')], envOf('gateway'));
  const healthy = (role, subject) => () =>
    spawnSync(process.execPath, [script('start'), 'healthy', role, subject], {
      cwd: image,
      env: { PATH: process.env.PATH, ...envOf(role) },
    }).status === 0;
  await until('agent', healthy('agent-pc1', 'ordena.agent.pc1.places'));
  await until('planner', healthy('planner', '$SRV.PING.planner'));
  const ready = () =>
    fetch(`http://127.0.0.1:${port}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  await until('gateway', ready);
};

try {
  stages.forEach(replay);
  await startAll();
} finally {
  for (const child of children.reverse()) child.kill();
  await sleep(1000);
  rmSync(work, { recursive: true, force: true });
}
