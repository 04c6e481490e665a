import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A tree as data: a string is a file's text, an object a folder. */
export interface Tree {
  readonly [name: string]: string | Tree;
}

export const plant = (path: string, tree: Tree): void => {
  mkdirSync(path, { recursive: true });
  for (const [name, what] of Object.entries(tree)) {
    if (typeof what !== 'string') plant(join(path, name), what);
    else {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), what);
    }
  }
};

/** A real folder on the real disk, with this tree in it. Remove it when done. */
export class TempFolder {
  readonly path: string;

  constructor(tree: Tree = {}, below = tmpdir()) {
    this.path = realpathSync(mkdtempSync(join(below, 'ordena-')));
    plant(this.path, tree);
  }

  at(...parts: string[]): string {
    return join(this.path, ...parts);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
