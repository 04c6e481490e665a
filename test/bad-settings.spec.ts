import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const DIST = join(import.meta.dirname, '..', 'dist');
const app = (name: string): string => join(DIST, 'apps', name, 'src', 'main.js');

describe('a setting that cannot work', () => {
  it.each([
    ['the gateway', app('gateway')],
    ['the planner', app('planner')],
    ['the agent', join(DIST, 'agent', 'ordena-agent.mjs')],
  ])('is told by %s in one line that a program can read, and that names it', (_, script) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
      encoding: 'utf8',
      env: { LOG_LEVEL: 'loud' },
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stderr)).toEqual({
      failed: { code: 'BAD_CONFIG', message: expect.stringContaining('LOG_LEVEL') },
    });
  });
});
