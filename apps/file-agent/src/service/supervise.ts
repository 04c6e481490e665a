import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { OrdenaError } from '#contracts/errors';
import { realSys as sys } from '../disk/sys.js';
import type { Command, Step, Supervisor } from './service.js';

/** Writes service files and asks the system's supervisor. Says what it did, line by line. */

export const install = (supervisor: Supervisor, settings: { file: string; text: string }): string[] => {
  put(settings.file, Buffer.from(settings.text));
  put(supervisor.file, encoded(supervisor));
  supervisor.install.forEach((step) => ask(supervisor, step));
  return [`The agent is a service of ${supervisor.name} now: ${supervisor.file}`, supervisor.hint];
};

/** What was kept of the agent (journal, trash, settings) stays. */
export const uninstall = (supervisor: Supervisor): string[] => {
  refuseUnlessInstalled(supervisor);
  supervisor.uninstall.forEach((step) => ask(supervisor, step));
  sys.unlink(supervisor.file);
  return ['The agent is no service any more. Its journal and its trash stay where they are.'];
};

export const tell = (supervisor: Supervisor, verb: 'start' | 'stop'): string[] => {
  refuseUnlessInstalled(supervisor);
  supervisor[verb].forEach((step) => ask(supervisor, step));
  return [verb === 'start' ? 'Started.' : 'Stopped.'];
};

/** What the supervisor says itself; whether the agent runs is its exit code. */
export const status = (supervisor: Supervisor): { lines: string[]; isRunning: boolean } => {
  if (sys.lstat(supervisor.file) === undefined) return { lines: [`Not installed. ${TO_INSTALL}`], isRunning: false };
  const { output, isGood } = run(supervisor.status);
  return { lines: [output], isRunning: isGood };
};

const TO_INSTALL = 'Install it with `install`, or run it by hand with `run`.';

const refuseUnlessInstalled = ({ file }: Supervisor): void => {
  if (sys.lstat(file) !== undefined) return;
  throw new OrdenaError('NOT_FOUND', `The agent is not installed as a service. ${TO_INSTALL}`);
};

const PAUSE_MS = 500;

const ask = (supervisor: Supervisor, { run: command, mayFail, withinS = 0 }: Step): void => {
  const end = Date.now() + withinS * 1000;
  let { output, isGood } = run(command);
  while (!isGood && Date.now() < end) {
    pause(PAUSE_MS);
    ({ output, isGood } = run(command));
  }
  if (!isGood && mayFail !== true) throw notDone(supervisor, command, output);
};

/** Nothing else happens in this process meanwhile. */
const pause = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

const notDone = (supervisor: Supervisor, command: Command, output: string): OrdenaError =>
  new OrdenaError(
    'FAILED',
    `${supervisor.name} did not do it (${command.join(' ')}): ${output || 'no word why'}. The service file is ${supervisor.file}; ` +
      'log in on that PC itself and try again, or run the agent by hand with `run`.',
  );

const run = ([program, ...args]: Command): { output: string; isGood: boolean } => {
  const { error, status: code, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (error !== undefined) return { output: `${program} is not there`, isGood: false };
  return { output: `${stdout}${stderr}`.trim(), isGood: code === 0 };
};

const encoded = ({ text, encoding }: Supervisor): Buffer =>
  encoding === 'utf8' ? Buffer.from(text) : Buffer.from(`\uFEFF${text}`, 'utf16le');

/** Whole or not at all; a link in its place is replaced, never followed. */
const put = (path: string, bytes: Buffer): void => {
  makeFolder(dirname(path));
  const draft = `${path}.new`;
  if (sys.lstat(draft) !== undefined) sys.unlink(draft);
  const fd = sys.create(draft, 0o600);
  try {
    sys.write(fd, bytes, 0);
    sys.fsync(fd);
  } finally {
    sys.close(fd);
  }
  sys.rename(draft, path);
};

const makeFolder = (path: string): void => {
  if (sys.lstat(path) !== undefined) return;
  makeFolder(dirname(path));
  sys.mkdir(path, 0o700);
};
