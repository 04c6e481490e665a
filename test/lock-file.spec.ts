import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

describe('package-lock.json', () => {
  it('has every platform, so that npm ci works on each: else run node scripts/complete-lock.mjs', () => {
    const check = spawnSync(process.execPath, ['scripts/complete-lock.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect([check.stdout.trim(), check.status]).toEqual(['0 entries are missing', 0]);
  });

  it('names no registry', () => {
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "http/);
  });
});
