import type { OpenFile } from './open-file.js';
import { refusal } from './refusal.js';
import type { Steps } from './steps.js';
import type { SysStat } from './sys.js';

/** Small enough to stay in a processor's cache between being read and being written: larger ones take twice as long. */
const BLOCK_BYTES = 1 << 18;
const SECTOR = 512n;
/** Permissions that travel with a copy; never set-uid or set-gid. */
const MODE_BITS = 0o1777n;

const isSparse = ({ blocks, size }: SysStat): boolean => blocks * SECTOR < size;

const zeros = Buffer.alloc(BLOCK_BYTES);

const isZero = (bytes: Buffer): boolean => bytes.equals(zeros.subarray(0, bytes.length));

const blockFor = (size: number): Buffer => Buffer.allocUnsafe(Math.min(BLOCK_BYTES, Math.max(size, 1)));

const refuseToGoOn = (): never => {
  throw refusal('CANCELLED');
};

/** Copies bytes, leaving holes where the source has holes. Throws STALE when the source got shorter, CANCELLED. */
function* pour(from: OpenFile, to: OpenFile, stat: SysStat): Steps<void> {
  const size = Number(stat.size);
  const block = blockFor(size);
  const sparse = isSparse(stat);
  for (let at = 0; at < size;) {
    const bytes = block.subarray(0, from.read(block.subarray(0, Math.min(block.length, size - at)), at));
    if (bytes.length === 0) throw refusal('STALE', { name: from.leaf });
    if (!sparse || !isZero(bytes)) to.write(bytes, at);
    at += bytes.length;
    if (yield) refuseToGoOn();
  }
  if (sparse) to.truncate(size);
}

/** Whether both have the same first `size` bytes: every byte is looked at, so no hash could tell more. Throws CANCELLED. */
function* isSame(one: OpenFile, other: OpenFile, size: number): Steps<boolean> {
  const [block, twin] = [blockFor(size), blockFor(size)];
  for (let at = 0; at < size;) {
    const wanted = Math.min(block.length, size - at);
    const [got, too] = [one.read(block.subarray(0, wanted), at), other.read(twin.subarray(0, wanted), at)];
    if (got === 0 || got !== too || !block.subarray(0, got).equals(twin.subarray(0, got))) return false;
    at += got;
    if (yield) refuseToGoOn();
  }
  return true;
}

const seconds = (nanoseconds: bigint): number => Number(nanoseconds) / 1e9;

export const timesOf = ({ atimeNs, mtimeNs }: SysStat): { atime: number; mtime: number } => ({
  atime: seconds(atimeNs),
  mtime: seconds(mtimeNs),
});

/** Mode, and owner where we may set it. */
export const dress = (to: Pick<OpenFile, 'chmod' | 'chown'>, like: SysStat): void => {
  if (process.getuid?.() === 0) to.chown(Number(like.uid), Number(like.gid));
  to.chmod(Number(like.mode & MODE_BITS));
};

/**
 * Copies one file into a new one, durably, and proves it by reading both again. Throws STALE when the source changed
 * meanwhile, VERIFY_FAILED when the copy does not read back the same, CANCELLED when told to stop.
 */
export function* copyInto(from: OpenFile, to: OpenFile): Steps<void> {
  const before = from.stat();
  yield* pour(from, to, before);
  dress(to, before);
  to.setTimes(timesOf(before));
  to.sync();
  const isRight = yield* isSame(from, to, Number(before.size));
  const after = from.stat();
  if (after.mtimeNs !== before.mtimeNs || after.size !== before.size) throw refusal('STALE', { name: from.leaf });
  if (!isRight) throw refusal('VERIFY_FAILED', { name: from.leaf });
}
