import type { PlannedOp } from '../disk/planned-op.js';
import { decodeName, encodeName } from '../disk/name.js';
import type { SysStat } from '../disk/sys.js';
import type { Found } from '../selection/gather.js';
import { compareNames } from '../selection/name-order.js';
import type { Source } from './source.js';

const KINDS: readonly PlannedOp['kind'][] = ['file', 'folder', 'link'];
const MODE_BITS = 0o7777;
const KIND_SHIFT = 12;
const LINKED_BIT = 1 << 14;
const SIZE_MAX = 0xffff_ffffn;
const NAMES_BYTES = 1 << 20;
/** Lists that grow by as much at a time: nothing is copied, and what is free is little. */
const ROWS = 4096;

/** Some thousand entries, a column for each field: thirty bytes an entry. */
class Rows {
  readonly ino = new BigUint64Array(ROWS);
  readonly mtimeNs = new BigInt64Array(ROWS);
  /** What is larger than such a number may be is in `huge`: few files are. */
  readonly size = new Uint32Array(ROWS);
  readonly huge = new Map<number, bigint>();
  readonly name = new Uint32Array(ROWS);
  readonly folder = new Uint32Array(ROWS);
  /** Mode in the low twelve bits, above them kind and whether it has other names. */
  readonly flags = new Uint16Array(ROWS);

  setSize(at: number, size: bigint): void {
    if (size > SIZE_MAX) this.huge.set(at, size);
    else this.size[at] = Number(size);
  }

  sizeAt(at: number): bigint {
    return this.huge.get(at) ?? BigInt(this.size[at]!);
  }
}

/** Names one after another, each ended by the one byte that no name holds. */
class Names {
  private readonly blocks: Buffer[] = [];
  private used = NAMES_BYTES;

  add(bytes: Buffer): number {
    if (this.used + bytes.length + 1 > NAMES_BYTES) {
      this.blocks.push(Buffer.allocUnsafe(NAMES_BYTES));
      this.used = 0;
    }
    const start = this.used;
    const block = this.blocks.at(-1)!;
    bytes.copy(block, start);
    this.used = block.writeUInt8(0, start + bytes.length);
    return (this.blocks.length - 1) * NAMES_BYTES + start;
  }

  at(start: number): string {
    const from = start % NAMES_BYTES;
    const block = this.blocks[Math.floor(start / NAMES_BYTES)]!;
    return decodeName(block.subarray(from, block.indexOf(0, from)));
  }
}

const flagsOf = (kind: PlannedOp['kind'], { mode, nlink }: SysStat): number =>
  (Number(mode) & MODE_BITS) | (KINDS.indexOf(kind) << KIND_SHIFT) | (nlink > 1n ? LINKED_BIT : 0);

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
 * The entries a plan is made of, in some thirty bytes and a name each, outside the heap: a million of them, as objects, are
 * half a gigabyte. An entry becomes an object when it is asked for, and is garbage right after.
 */
export class SourceList implements Iterable<Source> {
  private readonly blocks: Rows[] = [];
  private readonly names = new Names();
  private readonly folders = new Few<readonly string[]>((one, other) => one === other);
  private order?: Uint32Array;
  length = 0;
  hasFolders = false;

  /** The device is that of all of them: what lies on another disk is not planned together with them. */
  constructor(private readonly dev: bigint) {}

  /** Leaves out pipes, sockets and devices, which are listed and nothing else: false. */
  add({ name, kind, parts }: Found, stat: SysStat): boolean {
    if (kind === 'special') return false;
    const at = this.length++ % ROWS;
    if (at === 0) this.blocks.push(new Rows());
    const rows = this.blocks.at(-1)!;
    const encoded = encodeName(name);
    const bytes = typeof encoded === 'string' ? Buffer.from(encoded) : encoded;
    rows.ino[at] = stat.ino;
    rows.setSize(at, stat.size);
    rows.mtimeNs[at] = stat.mtimeNs;
    rows.name[at] = this.names.add(bytes);
    rows.folder[at] = this.folders.numberOf(parts);
    rows.flags[at] = flagsOf(kind, stat);
    if (kind === 'folder') this.hasFolders = true;
    return true;
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
    const flags = rows.flags[at]!;
    const kind = KINDS[(flags >> KIND_SHIFT) & 3]!;
    const [size, mtimeNs] = [rows.sizeAt(at), rows.mtimeNs[at]!];
    return {
      name: this.nameAt(number),
      kind,
      parts: this.folders.values[rows.folder[at]!]!,
      id: { dev: `${this.dev}`, ino: `${rows.ino[at]}`, size: `${size}`, mtimeNs: `${mtimeNs}` },
      bytes: kind === 'file' ? Number(size) : 0,
      mtimeMs: Number(mtimeNs / 1_000_000n),
      mode: flags & MODE_BITS,
      isHardLinked: kind === 'file' && (flags & LINKED_BIT) !== 0,
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
    return this.names.at(rows.name[number % ROWS]!);
  }
}
