import { describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

jest.setTimeout(60_000);

const ROOT = join(import.meta.dirname, '..', '..');
const FROM_SOURCE = ['--import', './apps/file-agent/src/testing/run-source.mjs', '--conditions=ordena-source'];
/** Server, gateway, planner and agent. */
const A_SYSTEM = 4;

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('an evaluation that is stopped half-way', () => {
  it('leaves no process behind, and says how far it came', async () => {
    const run = spawn(process.execPath, [...FROM_SOURCE, 'test/eval/main.ts', '--parallel', '1'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    run.stdout.on('data', (part: Buffer) => (said += String(part)));
    while (childrenOf(run.pid!).length < A_SYSTEM) await wait(50);
    const system = childrenOf(run.pid!);
    run.kill('SIGTERM');
    const ended: unknown = await once(run, 'exit');
    const left = system.filter(isThere);
    for (const pid of left) process.kill(pid);
    expect([ended, left]).toEqual([[1, null], []]);
    expect(said).toMatch(/Stopped: \d+ of \d{3} were run\./);
  });
});
