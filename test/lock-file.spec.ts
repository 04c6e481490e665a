import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Package {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const text = readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8');
const packages = Object.entries((JSON.parse(text) as { packages: Record<string, Package> }).packages);
const places = new Set(packages.map(([place]) => place));

describe('package-lock.json', () => {
  it('has every platform, so that npm ci works on each: else run node scripts/complete-lock.mjs', () => {
    const missing = packages.flatMap(([owner, { optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies)
        .filter(([, version]) => /^\d/.test(version))
        .filter(([name]) => !places.has(`${owner}/node_modules/${name}`) && !places.has(`node_modules/${name}`))
        .map(([name]) => name),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry', () => {
    expect(packages.filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([]);
  });
});
