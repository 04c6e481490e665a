import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** One process we started: known by its pid, stopped by its pid, never orphaned. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  exited(): boolean;
  /** Resolves when it is gone. */
  readonly gone: Promise<void>;
  /** Asks it to finish its work; after `graceMs` it is killed. */
  stop(graceMs: number): Promise<void>;
}

export const watchChild = (name: string, child: ChildProcess): Child => {
  const gone = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  const exited = (): boolean => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  const stop = async (graceMs: number): Promise<void> => {
    if (exited()) return;
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await gone;
    clearTimeout(late);
  };
  return { name, pid: child.pid ?? 0, exited, gone, stop };
};

export interface AppStart {
  readonly name: string;
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
}

const READY_WITHIN_MS = 30_000;
/** Characters of its log that go with the error when it does not start: the file may be gone by then. */
const LAST_WORDS = 2000;

/**
 * Starts one of our processes and waits for its `{"ready":…}` line. It gets a process group of its own, so that Ctrl-C
 * reaches only the starter, which then stops everything in order and lets work in flight be answered.
 */
export const startApp = async (app: AppStart): Promise<{ child: Child; ready: Record<string, unknown> }> => {
  const flags = app.script.endsWith('.mjs') ? [] : ['--enable-source-maps']; // a bundle has no maps
  const process_ = spawn(process.execPath, [...flags, app.script], {
    env: app.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const child = watchChild(app.name, process_);
  const closed = new Promise((done) => process_.once('close', done));
  process_.stderr.pipe(createWriteStream(app.logFile, { flags: 'a', mode: 0o600 }));
  let lastWords = '';
  process_.stderr.on('data', (piece: Buffer) => (lastWords = (lastWords + piece.toString()).slice(-LAST_WORDS)));
  const ready = await Promise.race([readyLine(process_), child.gone.then(() => undefined), late()]);
  if (ready !== undefined) return { child, ready };
  await child.stop(0);
  await closed;
  throw new Error(ownSentence(lastWords) ?? `${app.name} did not start; ${app.logFile} says why.`, {
    cause: lastWords,
  });
};

/** A setting that cannot work is told by the process itself, in one sentence that names it. */
const ownSentence = (lastWords: string): string | undefined => {
  const [line] = /^\{"failed":\{"code":"BAD_CONFIG".*$/m.exec(lastWords) ?? [];
  return line && (JSON.parse(line) as { failed: { message: string } }).failed.message;
};

const readyLine = (child: ChildProcess): Promise<Record<string, unknown>> =>
  new Promise((done) => {
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{"ready":')) done(JSON.parse(line) as Record<string, unknown>);
    });
  });

const late = (): Promise<undefined> =>
  new Promise((done) => setTimeout(() => done(undefined), READY_WITHIN_MS).unref());
