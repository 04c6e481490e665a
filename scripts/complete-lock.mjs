// Makes package-lock.json whole again after `npm install` ran against a registry that serves only some platforms: each
// optional package of another platform gets its entry back, or `npm ci` refuses the file there.
// Run: node scripts/complete-lock.mjs [--check]
import { readFileSync, writeFileSync } from 'node:fs';

const OS = ['darwin', 'win32', 'android', 'freebsd', 'openharmony', 'netbsd', 'openbsd', 'sunos', 'aix', 'linux'];
const CPU = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32'];
const EXACT = /^\d+\.\d+\.\d+/;

const part = (names, list) => list.find((word) => names.includes(word));

const entryFor = (name, version, dev) => {
  const words = name.split('/').pop();
  const [os, cpu] = [part(words, OS), part(words, CPU)];
  return { version, ...(cpu && { cpu: [cpu] }), ...(dev && { dev: true }), optional: true, ...(os && { os: [os] }) };
};

const isThere = (packages, owner, name) =>
  packages[`${owner}/node_modules/${name}`] !== undefined || packages[`node_modules/${name}`] !== undefined;

const missingFrom = (packages) =>
  Object.fromEntries(
    Object.entries(packages).flatMap(([owner, { optionalDependencies = {}, dev }]) =>
      Object.entries(optionalDependencies)
        .filter(([name, version]) => EXACT.test(version) && !isThere(packages, owner, name))
        .map(([name, version]) => [`node_modules/${name}`, entryFor(name, version, dev)]),
    ),
  );

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingFrom(lock.packages);
console.log(`${Object.keys(missing).length} entries are missing`);
if (process.argv.includes('--check')) process.exit(Object.keys(missing).length === 0 ? 0 : 1);
const all = Object.entries({ ...lock.packages, ...missing });
lock.packages = Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
