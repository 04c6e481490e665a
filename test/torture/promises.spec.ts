import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rowsOf = (file: string, first: RegExp): string[][] =>
  readFileSync(`${root}/docs/${file}`, 'utf8')
    .split('\n')
    .filter((line) => first.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
const promises = rowsOf('promises.md', /^\| P\d+ \|/);
const attacks = rowsOf('attacks.md', /^\| \d/);

const testsIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+\.spec\.ts)`/g)].map(([, path]) => path!);

const expectTests = (paths: readonly string[]): void => {
  for (const path of paths) {
    expect([path, existsSync(`${root}/${path}`)]).toEqual([path, true]);
    expect(readFileSync(`${root}/${path}`, 'utf8')).toMatch(/\b(it|it\.each\(.*\))\(/s);
  }
};

describe('docs/promises.md', () => {
  it('lists promises, each once', () => {
    const numbers = promises.map(([, number]) => number);
    expect(numbers.length).toBeGreaterThan(10);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it.each(promises.map(([, number, words, proof]) => [number, words, proof]))('%s %s', (_number, _words, proof) => {
    const tests = testsIn(proof!);
    expect(tests.length).toBeGreaterThan(0);
    expectTests(tests);
  });
});

/** `1–5`, `7, 8`, `28–30, 41`. */
const numbersIn = (cell: string): number[] =>
  cell.split(', ').flatMap((range) => {
    const [first, last = first] = range.split('–').map(Number);
    return Array.from({ length: last! - first! + 1 }, (_, at) => first! + at);
  });

describe('docs/attacks.md', () => {
  it('has every row from 1 to 83, each once', () => {
    const numbers = attacks.flatMap(([, cell]) => numbersIn(cell!)).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 83 }, (_, at) => at + 1));
  });

  it.each(attacks.map(([, rows, , answer, proof]) => [rows, answer, proof]))('%s %s', (_rows, answer, proof) => {
    const isOpen = /\*(untested|not held)\*/.test(answer!);
    expect(testsIn(proof!).length > 0).toBe(!isOpen);
    expectTests(testsIn(proof!));
  });
});
