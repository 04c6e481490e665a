import { randomBytes } from 'node:crypto';
import { isErrno } from './errno.js';
import { within } from './folder.js';
import { OrdenaError } from '#contracts/errors';
import { refusal } from './refusal.js';
import type { StateFolder } from './state-folder.js';
import { OPEN_FILE, type Sys } from './sys.js';

const LOCK = 'lock';
const START_TIME_FIELD = 22;
const STAT_BYTES = 4096;

/** When the process started, in the system's own ticks, so that a reused pid is not taken for it. */
const startTime = (sys: Sys, pid: number): string | undefined => {
  if (process.platform !== 'linux') return isAlive(pid) ? 'unknown' : undefined;
  try {
    const fd = sys.open(`/proc/${pid}/stat`, OPEN_FILE);
    const text = Buffer.alloc(STAT_BYTES);
    const got = sys.read(fd, text, 0);
    sys.close(fd);
    const afterName = text.subarray(0, got).toString().split(') ').at(-1)!;
    return afterName.split(' ')[START_TIME_FIELD - 3];
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ESRCH')) return undefined;
    throw error;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isErrno(error, 'ESRCH');
  }
};

const holder = (state: StateFolder): { pid: number; started: string } | undefined => {
  for (const { line } of state.readLines(LOCK)) {
    const [pid, started] = line.split(' ');
    return pid && started ? { pid: Number(pid), started } : undefined;
  }
  return undefined;
};

/** Locks of this thread. One of this process that is not here is of a disk thread that died: it may be taken over. */
const own = new Set<string>();

const isHeld = (state: StateFolder): boolean => {
  const by = holder(state);
  if (by?.pid === process.pid) return own.has(state.path);
  return by !== undefined && startTime(state.folder.sys, by.pid) === by.started;
};

const dropStale = (state: StateFolder): void => {
  const aside = `.lock.${randomBytes(8).toString('hex')}`;
  state.folder.renameTo(LOCK, state.folder, aside);
  state.folder.unlink(aside);
};

const tryLock = (state: StateFolder): boolean => {
  const mine = `.lock.${process.pid}.${randomBytes(8).toString('hex')}`;
  const line = `${process.pid} ${startTime(state.folder.sys, process.pid)}\n`;
  within(state.folder.createFile(mine), (file) => file.write(Buffer.from(line)));
  try {
    state.folder.linkTo(mine, state.folder, LOCK);
    return true;
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
    return false;
  } finally {
    state.folder.unlink(mine);
  }
};

/**
 * One writer per state folder. A lock of a process that is gone counts for nothing. Throws MACHINE_TAKEN while another
 * agent runs; answers how to let go.
 */
export const lockState = (state: StateFolder): (() => void) => {
  for (let turn = 0; turn < 3; turn++) {
    if (tryLock(state)) {
      own.add(state.path);
      return () => {
        own.delete(state.path);
        state.remove(LOCK);
      };
    }
    if (isHeld(state)) {
      throw new OrdenaError('MACHINE_TAKEN', 'Another agent already works for this computer: stop it first.');
    }
    dropStale(state);
  }
  throw refusal('BUSY');
};
