import { readdirSync, readFileSync } from 'node:fs';

/** Processor time since the machine started, in ticks of the kernel (proc(5)). */
export interface CpuTime {
  /** That there was, on all processors. */
  readonly all: number;
  /** That was used by anybody, or taken away by the machine below. */
  readonly busy: number;
  /** That went to this process, to those it started, and to the kernel's own threads, which write what we wrote. */
  readonly ours: number;
}

const KERNEL_THREADS = 2;

interface Process {
  readonly parent: number;
  readonly ticks: number;
}

/** Linux only; undefined elsewhere. */
export const cpuTimeNow = (): CpuTime | undefined => {
  if (process.platform !== 'linux') return undefined;
  const line = readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '';
  const [user = 0, nice = 0, system = 0, idle = 0, waiting = 0, irq = 0, softIrq = 0, stolen = 0] = line
    .split(/\s+/)
    .slice(1)
    .map(Number);
  const busy = user + nice + system + irq + softIrq + stolen;
  return { all: busy + idle + waiting, busy, ours: ticksOf([process.pid, KERNEL_THREADS]) };
};

/** Of these processes and all below them; what ended meanwhile counts with its parent. */
const ticksOf = (roots: readonly number[]): number => {
  const processes = allProcesses();
  let sum = 0;
  for (const pid of processes.keys()) if (isBelow(pid, roots, processes)) sum += processes.get(pid)?.ticks ?? 0;
  return sum;
};

const isBelow = (pid: number, roots: readonly number[], processes: ReadonlyMap<number, Process>): boolean => {
  for (let at: number | undefined = pid; at !== undefined; at = processes.get(at)?.parent)
    if (roots.includes(at)) return true;
  return false;
};

const allProcesses = (): Map<number, Process> => {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const found = new Map<number, Process>();
  for (const pid of pids) {
    const process_ = processOf(pid);
    if (process_ !== undefined) found.set(Number(pid), process_);
  }
  return found;
};

/** The name in brackets may hold anything, so what counts begins after the last bracket. */
const processOf = (pid: string): Process | undefined => {
  const text = statOf(pid);
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  if (fields.length < 15) return undefined;
  const [user, system, childrenUser, childrenSystem] = fields.slice(11, 15).map(Number);
  return {
    parent: Number(fields[1]),
    ticks: (user ?? 0) + (system ?? 0) + (childrenUser ?? 0) + (childrenSystem ?? 0),
  };
};

const statOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return ''; // it ended between the two looks
  }
};
