import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const SETTLE_MS = 1500;
const KILOBYTES = 1024;

const fieldOf = (pid: number, field: 'VmRSS' | 'VmHWM'): number => {
  const line = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / KILOBYTES;
};

/** Resident megabytes now (Linux only). */
export const residentMegabytes = (pid: number): number => fieldOf(pid, 'VmRSS');

/** The most it ever was. */
export const peakMegabytes = (pid: number): number => fieldOf(pid, 'VmHWM');

/** Resident megabytes of a process that was left alone for a moment. */
export const idleMegabytes = async (pid: number): Promise<number> => {
  await sleep(SETTLE_MS);
  return residentMegabytes(pid);
};
