// Runs jest with a real nats-server: the one on PATH, or the one the starter's ladder gets.
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findNatsServer } from '../dist/apps/start/src/nats-server-binary.js';

const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ordena');
const seek = { variables: process.env, cacheFolder, say: (sentence) => console.error(sentence) };
const binary = process.env.NATS_SERVER_BIN ?? (await findNatsServer(seek));

const jest = join('node_modules', 'jest', 'bin', 'jest.js');
const child = spawn(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, NATS_SERVER_BIN: binary },
  },
);
child.on('exit', (code) => process.exit(code ?? 1));
