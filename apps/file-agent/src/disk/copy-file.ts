import { createHash } from 'node:crypto';
import type { OpenFile } from './open-file.js';
import { refusal } from './refusal.js';
import type { Steps } from './steps.js';
import type { SysStat } from './sys.js';

const BLOCK_BYTES = 1 << 20;
const SECTOR = 512n;
/** Permissions that travel with a copy; never set-uid or set-gid. */
const MODE_BITS = 0o1777n;

const isSparse = ({ blocks, size }: SysStat): boolean => blocks * SECTOR < size;

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

const refuseToGoOn = (): never => {
  throw refusal('CANCELLED');
};

/** Hash of the first `size` bytes; undefined when the file is shorter. Throws CANCELLED when told to stop. */
function* hashOf(file: OpenFile, size: number): Steps<string | undefined> {
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(Math.min(BLOCK_BYTES, Math.max(size, 1)));
  for (let at = 0; at < size;) {
    const got = file.read(block.subarray(0, Math.min(block.length, size - at)), at);
    if (got === 0) return undefined;
    hash.update(block.subarray(0, got));
    at += got;
    if (yield) refuseToGoOn();
  }
  return hash.digest('hex');
}

/** Copies bytes, leaving holes where the source has holes; answers the hash of what was read. */
function* pour(from: OpenFile, to: OpenFile, stat: SysStat): Steps<string> {
  const hash = createHash('sha256');
  const size = Number(stat.size);
  const block = Buffer.allocUnsafe(Math.min(BLOCK_BYTES, Math.max(size, 1)));
  const sparse = isSparse(stat);
  for (let at = 0; at < size;) {
    const got = from.read(block.subarray(0, Math.min(block.length, size - at)), at);
    if (got === 0) throw refusal('STALE', { name: from.leaf });
    const bytes = block.subarray(0, got);
    hash.update(bytes);
    if (!sparse || !isZero(bytes)) to.write(bytes, at);
    at += got;
    if (yield) refuseToGoOn();
  }
  if (sparse) to.truncate(size);
  return hash.digest('hex');
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
 * Copies one file into a new one, durably, and proves it by reading it back. Throws STALE when the source changed
 * meanwhile, VERIFY_FAILED when the copy does not read back the same, CANCELLED when told to stop.
 */
export function* copyInto(from: OpenFile, to: OpenFile): Steps<void> {
  const before = from.stat();
  const hash = yield* pour(from, to, before);
  dress(to, before);
  to.setTimes(timesOf(before));
  to.sync();
  const after = from.stat();
  if (after.mtimeNs !== before.mtimeNs || after.size !== before.size) throw refusal('STALE', { name: from.leaf });
  if ((yield* hashOf(to, Number(before.size))) !== hash) throw refusal('VERIFY_FAILED', { name: from.leaf });
}
