import { MUTATES, type Sys, type SysDir } from '../../apps/file-agent/src/disk/sys.js';

/** The process is gone: nothing after this may touch the disk. */
export class Crash extends Error {}

/** Told before each changing call, with its number from 1 on; what it throws happens instead of the call. */
export type Fault = (call: number, verb: keyof Sys) => void;

export const NO_FAULT: Fault = () => undefined;

export const crashAt =
  (at: number): Fault =>
  (call) => {
    if (call >= at) throw new Crash(`crash before change ${call}`);
  };

/** One call fails with this error of the system; all others work. */
export const errorAt =
  (at: number, code: string): Fault =>
  (call, verb) => {
    if (call === at) throw Object.assign(new Error(`${code}: made up, ${verb}`), { code, syscall: verb });
  };

/** The disk is full from this call on: whatever needs room fails, whatever frees room works. */
export const fullFrom =
  (at: number): Fault =>
  (call, verb) => {
    const needsRoom = ['create', 'write', 'mkdir', 'link', 'symlink', 'truncate'].includes(verb);
    if (call >= at && needsRoom) throw Object.assign(new Error('ENOSPC: made up'), { code: 'ENOSPC', syscall: verb });
  };

/**
 * The real file system with a fault in front of each changing call. Keeps count of what is open, so that after a
 * simulated death the harness can close it, as the kernel would.
 */
export class FaultySys {
  private readonly fds = new Set<number>();
  private readonly dirs = new Set<SysDir>();
  private dead = false;
  private fault: Fault = NO_FAULT;
  calls = 0;
  readonly sys: Sys;

  constructor(
    private readonly base: Sys,
    private readonly options: { syncs: boolean } = { syncs: true },
  ) {
    const verbs = Object.keys(MUTATES) as (keyof Sys)[];
    this.sys = Object.fromEntries(verbs.map((verb) => [verb, this.wrap(verb)])) as unknown as Sys;
  }

  /** From now on calls are counted from 1 and this fault is asked. */
  arm(fault: Fault): void {
    this.calls = 0;
    this.fault = fault;
  }

  private wrap(verb: keyof Sys): (...input: unknown[]) => unknown {
    const act = this.base[verb] as (...input: unknown[]) => unknown;
    return (...input) => {
      this.ask(verb);
      if (!this.options.syncs && (verb === 'fsync' || verb === 'fdatasync')) return undefined;
      return this.track(verb, input, act(...input));
    };
  }

  private ask(verb: keyof Sys): void {
    if (this.dead) throw new Crash('already dead');
    if (!MUTATES[verb]) return;
    try {
      this.fault(++this.calls, verb);
    } catch (error) {
      this.dead = error instanceof Crash;
      throw error;
    }
  }

  private track(verb: keyof Sys, input: readonly unknown[], result: unknown): unknown {
    if (verb === 'open' || verb === 'create') this.fds.add(result as number);
    if (verb === 'close') this.fds.delete(input[0] as number);
    if (verb === 'openDir') return this.trackDir(result as SysDir);
    return result;
  }

  private trackDir(dir: SysDir): SysDir {
    this.dirs.add(dir);
    const close = (): void => {
      if (this.dirs.delete(dir)) dir.close();
    };
    return { read: () => dir.read(), close };
  }

  /** How many descriptors are open: after a clean close there must be none. */
  get open(): number {
    return this.fds.size + this.dirs.size;
  }

  /** What the kernel does for a dead process. */
  bury(): void {
    for (const fd of this.fds) this.base.close(fd);
    for (const dir of this.dirs) dir.close();
    this.fds.clear();
    this.dirs.clear();
  }
}
