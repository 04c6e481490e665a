import type { PlannedOp } from '../disk/planned-op.js';
import { decodeName, encodeName } from '../disk/name.js';
import type { SysStat } from '../disk/sys.js';
import type { Found } from '../selection/gather.js';
import { compareNames } from '../selection/name-order.js';
import type { Source } from './source.js';

const KINDS: readonly PlannedOp['kind'][] = ['file', 'folder', 'link'];
const MODE_BITS = 0o7777n;
const NAMES_BYTES = 1 << 20;
/** Lists that grow by as much at a time: nothing is copied, and what is free is little. */
const ROWS = 4096;

/** Some thousand entries, a column for each field. */
class Rows {
  readonly ino = new BigUint64Array(ROWS);
  readonly size = new BigInt64Array(ROWS);
  readonly mtimeNs = new BigInt64Array(ROWS);
  readonly name = new Uint32Array(ROWS);
  readonly folder = new Uint32Array(ROWS);
  readonly mode = new Uint16Array(ROWS);
  readonly dev = new Uint16Array(ROWS);
  readonly kind = new Uint8Array(ROWS);
  readonly links = new Uint8Array(ROWS);
  readonly nameBytes = new Uint16Array(ROWS);
}

/** Names one after another, each found again by where it starts. */
class Names {
  private readonly blocks: Buffer[] = [];
  private used = NAMES_BYTES;

  add(bytes: Buffer): number {
    if (this.used + bytes.length > NAMES_BYTES) {
      this.blocks.push(Buffer.allocUnsafe(NAMES_BYTES));
      this.used = 0;
    }
    bytes.copy(this.blocks.at(-1)!, this.used);
    this.used += bytes.length;
    return (this.blocks.length - 1) * NAMES_BYTES + this.used - bytes.length;
  }

  at(start: number, length: number): string {
    const from = start % NAMES_BYTES;
    return decodeName(this.blocks[Math.floor(start / NAMES_BYTES)]!.subarray(from, from + length));
  }
}

/** Each different value once, by number. */
class Few<T> {
  readonly values: T[] = [];
  private last = -1;

  constructor(private readonly isSame: (one: T, other: T) => boolean) {}

  /** Values mostly come in runs; what comes back later may get a second number. */
  numberOf(value: T): number {
    if (this.last < 0 || !this.isSame(this.values[this.last]!, value)) this.last = this.values.push(value) - 1;
    return this.last;
  }
}

/**
 * The entries a plan is made of, in some forty bytes and a name each, outside the heap: a million of them, as objects, are
 * half a gigabyte. An entry becomes an object when it is asked for, and is garbage right after.
 */
export class SourceList implements Iterable<Source> {
  private readonly blocks: Rows[] = [];
  private readonly names = new Names();
  private readonly folders = new Few<readonly string[]>((one, other) => one === other);
  private readonly devs: bigint[] = [];
  private order?: Uint32Array;
  length = 0;
  hasFolders = false;

  /** Leaves out pipes, sockets and devices, which are listed and nothing else: false. */
  add({ name, kind, parts }: Found, stat: SysStat): boolean {
    if (kind === 'special') return false;
    const at = this.length++ % ROWS;
    if (at === 0) this.blocks.push(new Rows());
    const rows = this.blocks.at(-1)!;
    const encoded = encodeName(name);
    const bytes = typeof encoded === 'string' ? Buffer.from(encoded) : encoded;
    rows.ino[at] = stat.ino;
    rows.size[at] = stat.size;
    rows.mtimeNs[at] = stat.mtimeNs;
    rows.name[at] = this.names.add(bytes);
    rows.nameBytes[at] = bytes.length;
    rows.folder[at] = this.folders.numberOf(parts);
    rows.mode[at] = Number(stat.mode & MODE_BITS);
    rows.dev[at] = this.devOf(stat.dev);
    if (kind === 'folder') this.hasFolders = true;
    rows.kind[at] = KINDS.indexOf(kind);
    rows.links[at] = stat.nlink > 1n ? 1 : 0;
    return true;
  }

  private devOf(dev: bigint): number {
    const known = this.devs.indexOf(dev);
    return known >= 0 ? known : this.devs.push(dev) - 1;
  }

  /** By name, then by folder. */
  sort(): void {
    const order = Uint32Array.from({ length: this.length }, (_, at) => at);
    const folderAt = (at: number): string => this.folders.values[this.rowsOf(at).folder[at % ROWS]!]!.join('/');
    this.order = order.sort(
      (a, b) => compareNames(this.nameAt(a), this.nameAt(b)) || compareNames(folderAt(a), folderAt(b)),
    );
  }

  at(index: number): Source {
    const number = this.order ? this.order[index]! : index;
    const [rows, at] = [this.rowsOf(number), number % ROWS];
    const kind = KINDS[rows.kind[at]!]!;
    const [size, mtimeNs] = [rows.size[at]!, rows.mtimeNs[at]!];
    return {
      name: this.nameAt(number),
      kind,
      parts: this.folders.values[rows.folder[at]!]!,
      id: { dev: `${this.devs[rows.dev[at]!]}`, ino: `${rows.ino[at]}`, size: `${size}`, mtimeNs: `${mtimeNs}` },
      bytes: kind === 'file' ? Number(size) : 0,
      mtimeMs: Number(mtimeNs / 1_000_000n),
      mode: rows.mode[at]!,
      isHardLinked: kind === 'file' && rows.links[at] === 1,
    };
  }

  *[Symbol.iterator](): Generator<Source> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }

  private rowsOf(number: number): Rows {
    return this.blocks[Math.floor(number / ROWS)]!;
  }

  private nameAt(number: number): string {
    const rows = this.rowsOf(number);
    return this.names.at(rows.name[number % ROWS]!, rows.nameBytes[number % ROWS]!);
  }
}
