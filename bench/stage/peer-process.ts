import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

/** Small processes of the other side, started from `processes/`; each says one JSON line when it is ready. */
export interface PeerProcess {
  readonly ready: Readonly<Record<string, unknown>>;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Those that run now: a figure that breaks off in its setup cannot stop what it started. */
const running = new Set<ChildProcess>();

export const stopPeers = async (): Promise<void> => {
  for (const child of running) await end(child);
};

const PROCESSES = join(import.meta.dirname, '..', 'processes');
const SOURCE_HOOKS = join(import.meta.dirname, '..', '..', 'apps', 'file-agent', 'src', 'testing', 'run-source.mjs');

export const startPeer = async (file: string, args: readonly string[]): Promise<PeerProcess> => {
  const flags = ['--import', SOURCE_HOOKS, '--conditions=ordena-source', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, join(PROCESSES, file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const ready = await firstLine(child);
  return { ready: JSON.parse(ready) as Record<string, unknown>, pid: child.pid ?? 0, stop: () => end(child) };
};

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((done, fail) => {
    child.once('exit', (code) => fail(new Error(`a process of the other side ended with ${code}`)));
    if (child.stdout !== null) createInterface({ input: child.stdout }).once('line', done);
  });

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  await gone;
};
