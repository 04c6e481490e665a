import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** A process that works against us until stopped. */
export class Attacker {
  private constructor(private readonly child: ChildProcess) {}

  private static async start(command: string, input: readonly string[]): Promise<Attacker> {
    const child = spawn(command, input, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    return new Attacker(child);
  }

  /** Exchanges two names without end. */
  static async swapping(program: string, one: string, other: string): Promise<Attacker> {
    return Attacker.start(program, [one, other]);
  }

  /** Saves or creates `file`; each version that really appeared is a line of `log`. */
  static async saving(
    mode: 'save' | 'create',
    { file, scratch, log }: Record<'file' | 'scratch' | 'log', string>,
  ): Promise<Attacker> {
    return Attacker.start(process.execPath, [here('saver.mjs'), mode, file, scratch, log]);
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}

/** Compiles a small C program of this folder; the machine needs a C compiler, as `npm ci` of many packages does. */
export class CProgram {
  private readonly folder = mkdtempSync(join(tmpdir(), 'ordena-c-'));
  readonly path = join(this.folder, 'program');

  constructor(source: string) {
    const built = spawnSync('cc', ['-O2', '-o', this.path, here(source)], { encoding: 'utf8' });
    if (built.status !== 0) {
      this.remove();
      throw new Error(
        `A C compiler is needed for this test (apt-get install gcc libc6-dev): ${built.stderr ?? built.error}`,
      );
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
