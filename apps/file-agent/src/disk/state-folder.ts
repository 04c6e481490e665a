import { randomBytes } from 'node:crypto';
import { coding } from './errno.js';
import { Folder, within } from './folder.js';
import type { OpenFile } from './open-file.js';
import type { Sys } from './sys.js';

const READ_BYTES = 1 << 16;
const NEW_LINE = 10;

/**
 * A private folder (0700) for the agent's own records, outside every place. Files are written whole: to a temporary
 * name, made durable, then renamed, so each is the old or the new one, never half.
 */
export class StateFolder {
  private constructor(
    readonly path: string,
    readonly folder: Folder,
  ) {}

  /** Opens it, made where missing, with those above it. */
  static open(sys: Sys, path: string): StateFolder {
    return coding(undefined, () => {
      makeAll(sys, path);
      const realPath = sys.realpath(path);
      const folder = Folder.at(sys, realPath);
      folder.chmod(0o700);
      return new StateFolder(realPath, folder);
    });
  }

  /** A folder of its own below, e.g. for plans. */
  sub(name: string): StateFolder {
    return StateFolder.open(this.folder.sys, `${this.path}/${name}`);
  }

  close(): void {
    this.folder.close();
  }

  /** Replaces the file's lines; `lines` may be endless, it is never held whole. No line may contain a line break. */
  writeLines(name: string, lines: Iterable<string>): void {
    const temporary = `.${name}.${randomBytes(8).toString('hex')}`;
    coding(name, () => {
      try {
        within(this.folder.createFile(temporary), (file) => writeAll(file, lines));
        this.folder.renameTo(temporary, this.folder, name);
        this.folder.sync();
      } catch (error) {
        if (this.folder.has(temporary)) this.folder.unlink(temporary);
        throw error;
      }
    });
  }

  /** The lines from byte `offset` on, each with the byte where the next one starts. NOT_FOUND where there is no file. */
  *readLines(name: string, offset = 0): Generator<{ line: string; next: number }> {
    const file = this.folder.openFile(name);
    try {
      yield* linesOf(file, offset);
    } finally {
      file.close();
    }
  }

  has(name: string): boolean {
    return this.folder.has(name);
  }

  /** Names of the files, hidden ones left out, sorted. */
  names(): string[] {
    const names = [...this.folder.list()].flatMap((page) => page.map((entry) => entry.name));
    return names.filter((name) => !name.startsWith('.')).sort();
  }

  remove(name: string): void {
    if (this.has(name)) coding(name, () => this.folder.unlink(name));
  }
}

const makeAll = (sys: Sys, path: string): void => {
  if (sys.lstat(path)) return;
  const parent = path.replace(/[\\/]+[^\\/]+[\\/]*$/, '');
  if (parent !== '' && parent !== path) makeAll(sys, parent);
  sys.mkdir(path, 0o700);
  if (process.platform === 'win32') return;
  const fd = sys.open(parent || '/', 0);
  try {
    sys.fsync(fd);
  } finally {
    sys.close(fd);
  }
};

const writeAll = (file: OpenFile, lines: Iterable<string>): void => {
  let batch: string[] = [];
  let size = 0;
  const flush = (): void => {
    file.write(Buffer.from(batch.join('')));
    batch = [];
    size = 0;
  };
  for (const line of lines) {
    batch.push(`${line}\n`);
    size += line.length;
    if (size >= READ_BYTES) flush();
  }
  flush();
  file.sync();
};

/** Lines of an open file; a last line without its line break is not a line yet. */
export function* linesOf(file: OpenFile, offset: number): Generator<{ line: string; next: number }> {
  const buffer = Buffer.alloc(READ_BYTES);
  let rest: Buffer = Buffer.alloc(0);
  let next = offset;
  for (let at = offset; ;) {
    const got = file.read(buffer, at);
    if (got === 0) return;
    at += got;
    rest = Buffer.concat([rest, buffer.subarray(0, got)]);
    for (let end = rest.indexOf(NEW_LINE); end >= 0; end = rest.indexOf(NEW_LINE)) {
      next += end + 1;
      yield { line: rest.subarray(0, end).toString(), next };
      rest = rest.subarray(end + 1);
    }
  }
}
