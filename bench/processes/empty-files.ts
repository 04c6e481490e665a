/** Makes empty files in folders of 250, as many processes at a time as there are processors. Arguments: root, from, to. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';

const PER_FOLDER = 250;
const FOLDERS_PER_LEVEL = 64;

const [root = '', from = '0', to = '0'] = process.argv.slice(2);

let folder = root;
for (let at = Number(from); at < Number(to); at++) {
  if (at % PER_FOLDER === 0) {
    const number = at / PER_FOLDER;
    folder = join(root, `group-${Math.floor(number / FOLDERS_PER_LEVEL)}`, `folder-${number % FOLDERS_PER_LEVEL}`);
    mkdirSync(folder, { recursive: true });
  }
  closeSync(openSync(join(folder, `file-${String(at).padStart(7, '0')}.txt`), 'w'));
}
process.stdout.write('{"ready":true}\n');
