import { readdirSync } from 'node:fs';
import { run } from './tools.js';
import type { Stage } from './stage.js';
import { makeFlat } from './tree.js';

/** Two pairs of folders, one for us and one for the other side, the first of each pair full of files. */
export interface Folders {
  readonly stage: Stage;
  readonly files: number;
  readonly ours: FromTo;
  readonly theirs: FromTo;
}

interface FromTo {
  readonly from: { readonly path: string; readonly location: string };
  readonly to: { readonly path: string; readonly location: string };
}

export const makeFolders = (stage: Stage, files: number): Folders => {
  const pair = (): FromTo => ({ from: stage.folder('from'), to: stage.folder('to') });
  const [ours, theirs] = [pair(), pair()];
  makeFlat(ours.from.path, files);
  makeFlat(theirs.from.path, files);
  return { stage, files, ours, theirs };
};

/** What a person types to move everything in a folder when it is too much for one command line. */
export const moveWithMv = async (from: string, to: string): Promise<number> => {
  const command = 'find "$1" -mindepth 1 -maxdepth 1 -print0 | xargs -0 -r mv -t "$2"';
  return (await run('sh', ['-c', command, 'sh', from, to])).ms;
};

export const expectEntries = (folder: string, count: number): void => {
  const there = readdirSync(folder).length;
  if (there !== count) throw new Error(`${folder} holds ${there} entries instead of ${count}`);
};
