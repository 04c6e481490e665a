// A busy neighbour on the same disk: its syncs make the file system write its log at moments nobody chose. Without it a
// cut mostly drops everything since the last sync of ours, and proves nothing.
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

const [, , file] = process.argv;
const parent = process.ppid;
process.stdout.write('ready\n');
try {
  const fd = openSync(file, 'w');
  for (let turn = 0; process.ppid === parent; turn++) {
    writeSync(fd, `${turn}`);
    fsyncSync(fd);
    const end = performance.now() + ((turn * 37) % 5);
    while (performance.now() < end);
  }
  closeSync(fd);
} catch {
  // The disk is gone, as it should be.
}
