import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Engine } from '../../apps/file-agent/src/disk/engine.js';
import { realSys } from '../../apps/file-agent/src/disk/sys.js';
import { undo } from '../../apps/file-agent/src/disk/testing/ops.js';
import { TempFolder } from '../../apps/file-agent/src/disk/testing/temp-folder.js';
import { CProgram } from './attackers.js';
import { bulkOptions } from './bulk-world.js';
import { progress } from './progress.js';
import type { Verdict } from './verdict.js';

const FILES = 300;
const PLAN = 'p-powercut00';
const DISK_MIB = 96;
const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const RUN_SOURCE = ['--import', file('../../apps/file-agent/src/testing/run-source.mjs'), '--conditions=ordena-source'];

export type FileSystem = 'ext4' | 'xfs';

const run = (command: string, ...input: string[]): boolean => spawnSync(command, input).status === 0;

/** A file system of our own in a file, mounted through a loop device. */
class LoopDisk {
  private readonly folder = new TempFolder({ mount: {} });
  readonly mount = this.folder.at('mount');
  private readonly image = this.folder.at('image');

  constructor(private readonly kind: FileSystem) {}

  make(): boolean {
    const made = run('truncate', '-s', `${this.kind === 'xfs' ? 320 : DISK_MIB}M`, this.image);
    const quiet = this.kind === 'ext4' ? ['-q', '-F'] : ['-q', '-f'];
    return made && run(`mkfs.${this.kind}`, ...quiet, this.image) && this.attach();
  }

  attach(): boolean {
    return run('mount', '-o', 'loop', this.image, this.mount);
  }

  detach(): boolean {
    return run('umount', this.mount);
  }

  remove(): void {
    if (readdirSync(this.mount).length > 0 || lstatSync(this.mount).dev !== lstatSync(this.folder.path).dev)
      this.detach();
    this.folder.remove();
  }
}

/** Why a power cut cannot be made here; undefined when it can. */
export const whyNoPowerCut = (kind: FileSystem): string | undefined => {
  if (process.getuid?.() !== 0) return 'not run: needs root for a loop device';
  const disk = new LoopDisk(kind);
  try {
    return disk.make() ? undefined : `not run: no loop device or no mkfs.${kind} here`;
  } finally {
    disk.remove();
  }
};

const started = async (command: string, ...input: string[]): Promise<ChildProcess> => {
  const child = spawn(command, input, { stdio: ['ignore', 'pipe', 'ignore'] });
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  return child;
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};

const plantOn = (root: string): void => {
  for (const name of ['desktop', 'desktop/bulk', 'documents', 'state']) mkdirSync(join(root, name));
  for (let at = 0; at < FILES; at++) writeFileSync(join(root, 'desktop/bulk', `f${at}`), `text ${at}`);
  run('sync', '-f', root);
};

const textsIn = (folder: string): string[] => {
  if (!lstatSync(folder, { throwIfNoEntry: false })) return [];
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
};

const wrongAfter = (root: string): string | undefined => {
  const all = () => [...textsIn(join(root, 'desktop/bulk')), ...textsIn(join(root, 'documents/bulk'))].sort().join('|');
  const wanted = Array.from({ length: FILES }, (_, at) => `text ${at}`)
    .sort()
    .join('|');
  const engine = Engine.open(realSys, bulkOptions(root));
  try {
    if (!engine.journal.isGood) return 'the journal counts as damaged';
    if (all() !== wanted) return 'files lost, torn or doubled after recovery';
    if (engine.history.receipt(PLAN)?.undoable) undo(engine, PLAN);
    return textsIn(join(root, 'desktop/bulk')).length === FILES ? undefined : 'undo did not put everything back';
  } finally {
    engine.close();
  }
};

const judged = (root: string): string | undefined => {
  try {
    return wrongAfter(root);
  } catch (error) {
    return `recovery failed: ${String(error)}`;
  }
};

interface Cut {
  readonly kind: FileSystem;
  readonly program: string;
  readonly afterMicroseconds: number;
  readonly syncs: boolean;
}

const oneCut = async ({
  kind,
  program,
  afterMicroseconds,
  syncs,
}: Cut): Promise<{ midway: boolean; wrong?: string }> => {
  const disk = new LoopDisk(kind);
  try {
    disk.make();
    plantOn(disk.mount);
    const neighbour = await started(process.execPath, file('committer.mjs'), join(disk.mount, 'neighbour'));
    const victim = await started(
      process.execPath,
      ...RUN_SOURCE,
      file('victim.ts'),
      disk.mount,
      PLAN,
      `${FILES}`,
      syncs ? 'sync' : 'no-sync',
    );
    const plug = spawn(program, [disk.mount, `${afterMicroseconds}`]);
    await once(plug, 'exit');
    const midway = victim.exitCode === null;
    await ended(victim);
    await ended(neighbour);
    disk.detach();
    disk.attach();
    return { midway, wrong: judged(disk.mount) };
  } finally {
    disk.remove();
  }
};

const LONGEST_MICROSECONDS = 60_000;

const cuts = async (kind: FileSystem, count: number, syncs: boolean): Promise<{ midway: number; wrong: string[] }> => {
  const program = new CProgram('power-cut.c');
  const found = { midway: 0, wrong: [] as string[] };
  try {
    for (let at = 0; at < count; at++) {
      const afterMicroseconds = Math.round(((at * 0.618_033_988_749) % 1) * LONGEST_MICROSECONDS);
      const { midway, wrong } = await oneCut({ kind, program: program.path, afterMicroseconds, syncs });
      found.midway += midway ? 1 : 0;
      if (wrong) found.wrong.push(`${kind}, cut after ${afterMicroseconds} µs: ${wrong}`);
      const what = `power cuts on ${kind}${syncs ? '' : ' without syncs (control)'}`;
      progress({ what, done: at + 1, violations: found.wrong.length });
    }
    return found;
  } finally {
    program.remove();
  }
};

const CONTROL_ROUNDS = 8;

/** Without our syncs, again and again until it goes wrong at least once: how often it does is up to the disk. */
const controlCuts = async (kind: FileSystem, count: number): Promise<{ cases: number; violations: number }> => {
  const sum = { cases: 0, violations: 0 };
  for (let round = 0; round < CONTROL_ROUNDS && sum.violations === 0; round++) {
    const { wrong } = await cuts(kind, count, false);
    sum.cases += count;
    sum.violations += wrong.length;
  }
  return sum;
};

/** P5: power cuts at random moments of a bulk plan. The control runs without our syncs and must go wrong. */
export const powerCuts = async (kind: FileSystem, count: number): Promise<Verdict> => {
  const note = whyNoPowerCut(kind);
  if (note) return { promise: 'P5', what: `power cuts on ${kind}`, cases: 0, violations: [], note };
  const { midway, wrong } = await cuts(kind, count, true);
  const control = await controlCuts(kind, Math.ceil(count / 2));
  return {
    promise: 'P5',
    what: `power cuts on ${kind}, ${midway} midway`,
    cases: count,
    violations: wrong,
    control: { what: 'no syncs', ...control },
  };
};
