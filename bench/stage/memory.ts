import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const SETTLE_MS = 1500;
const KILOBYTES = 1024;

const fieldOf = (pid: number, field: 'VmRSS' | 'VmHWM'): number => {
  const line = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / KILOBYTES;
};

/** Resident megabytes now (Linux only). */
export const residentMegabytes = (pid: number): number => fieldOf(pid, 'VmRSS');

/** Resident megabytes of a process that was left alone for a moment. */
export const idleMegabytes = async (pid: number): Promise<number> => {
  await sleep(SETTLE_MS);
  return residentMegabytes(pid);
};

/** Megabytes that a process held at the most during `work`, over what it held when idle before. */
export const growthDuring = async (pid: number, work: () => Promise<void>): Promise<number> => {
  const idle = await idleMegabytes(pid);
  return (await peakDuring(pid, work)) - idle;
};

/** Megabytes that a process held at the most during `work`. */
export const peakDuring = async (pid: number, work: () => Promise<void>): Promise<number> => {
  forgetPeak(pid);
  await work();
  return fieldOf(pid, 'VmHWM');
};

/** `5` sets the high-water mark back to what is resident now (proc(5), clear_refs). */
const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');
