import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lines = readFileSync(`${root}/docs/promises.md`, 'utf8').split('\n');
const promises = lines
  .filter((line) => /^\| P\d+ \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('docs/promises.md', () => {
  it('lists promises, each once', () => {
    const numbers = promises.map(([, number]) => number);
    expect(numbers.length).toBeGreaterThan(10);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it.each(promises.map(([, number, words, proof]) => [number, words, proof]))('%s %s', (_number, _words, proof) => {
    const tests = [...proof!.matchAll(/`([^`]+\.spec\.ts)`/g)].map(([, path]) => path!);
    expect(tests.length).toBeGreaterThan(0);
    for (const path of tests) {
      expect(existsSync(`${root}/${path}`)).toBe(true);
      expect(readFileSync(`${root}/${path}`, 'utf8')).toMatch(/\b(it|it\.each\(.*\))\(/s);
    }
  });
});
