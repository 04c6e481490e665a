// Another program that saves files while the agent works. `save`: replaces FILE by a new version, as editors do, once
// for each version it finds that is not its own. `create`: makes FILE, exclusively, whenever there is none.
// Every version that really appeared is a line of LOG.
import { appendFileSync, linkSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';

const [, , mode, file, scratch, log] = process.argv;
const ORIGINAL_BYTES = 4;
const DAWDLE_MICROSECONDS = 40;
const parent = process.ppid;
process.stdout.write('ready\n');

const there = () => statSync(file, { throwIfNoEntry: false });
const version = (number) => `${mode} ${number}`.padEnd(20);

/** A different moment each time: up to some tens of microseconds. */
const dawdle = (number) => {
  const end = performance.now() + ((number * 37) % DAWDLE_MICROSECONDS) / 1000;
  while (performance.now() < end);
};

const prepare = (number) => writeFileSync(scratch, version(number));

const save = (number) => {
  if (there()?.size !== ORIGINAL_BYTES) return false;
  dawdle(number);
  renameSync(scratch, file);
  return true;
};

let misses = 0;
const create = (number) => {
  if (there()) return false;
  dawdle(number + misses);
  try {
    linkSync(scratch, file);
    unlinkSync(scratch);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    misses += 1;
    return false;
  }
};

const act = mode === 'save' ? save : create;
prepare(0);
for (let number = 0, turn = 0; ; turn++) {
  if (act(number)) {
    appendFileSync(log, `${version(number)}\n`);
    prepare(++number);
  }
  if ((turn & 0xfff) === 0 && process.ppid !== parent) process.exit(0);
}
