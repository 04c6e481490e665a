import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Folder } from '../disk/folder.js';
import { realSys } from '../disk/sys.js';
import { TempFolder } from '../disk/testing/temp-folder.js';
import { Apart } from './apart.js';

let disk: TempFolder;
let open: Folder[];

beforeEach(() => {
  disk = new TempFolder({ a: {}, b: {} });
  open = [];
});
afterEach(() => {
  for (const folder of open) folder.close();
  disk.remove();
});

/** Opened anew each time, as a walk does, and as another path to the same folder would. */
const folder = (name: string): Folder => {
  open.push(Folder.at(realSys, disk.at(name)));
  return open.at(-1)!;
};

describe('two folders that are looked through', () => {
  it('may come by the same folder again and again, each for itself', () => {
    const apart = new Apart();
    for (const side of [0, 1]) for (let turn = 0; turn < 3; turn++) apart.pass(folder(side === 0 ? 'a' : 'b'), side);
  });

  it('come by no folder both, whatever path leads to it', () => {
    const apart = new Apart();
    apart.pass(folder('a'), 0);
    apart.pass(folder('b'), 1);
    expect(() => apart.pass(folder('a'), 1)).toThrow(expect.objectContaining({ code: 'BAD_VALUE' }));
  });
});
