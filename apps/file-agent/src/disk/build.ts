import type { Bench, Spot } from './bench.js';
import { dress } from './copy-file.js';
import { copyEntry, treeFingerprint } from './copy-tree.js';
import { within } from './folder.js';
import { identityOf, isUnchanged } from './identity.js';
import type { OpenFile } from './open-file.js';
import type { Job } from './outcome.js';
import type { PlannedOp } from './planned-op.js';
import { refusal } from './refusal.js';
import { isBetweenDisks, originSpot, pieceSpot } from './spots.js';
import type { Steps } from './steps.js';
import { kindOf } from './sys.js';

const UMASK = process.umask();
const BLOCK_BYTES = 1 << 20;
const hardlinksIn = (bench: Bench, op: PlannedOp): boolean => bench.disk.place(op.from!.place).spec.hardlinks === true;

const refuseOutwardLink = (bench: Bench, { action, kind, from }: PlannedOp): void => {
  if (action === 'copy' && kind === 'link') bench.disk.place(from!.place).resolve(from!.parts);
};

/** Copies the entry, and makes sure it is the one that was previewed and did not change while it was read. */
function* buildCopy(bench: Bench, job: Job, piece: Spot): Steps<void> {
  const { op } = job;
  const from = originSpot(bench, job);
  const stat = from.folder.stat(from.leaf);
  if (stat && kindOf(stat) === 'special') throw refusal('SPECIAL_FILE', { name: from.leaf });
  if (!stat || kindOf(stat) !== op.kind || !isUnchanged(stat, op.id!)) throw refusal('STALE', { name: from.leaf });
  refuseOutwardLink(bench, op);
  const before = yield* treeFingerprint(from.folder, from.leaf, stat);
  const hardlinks = isBetweenDisks(bench, op) || hardlinksIn(bench, op);
  const ends = { from: from.folder, leaf: from.leaf, to: piece.folder, newLeaf: piece.leaf };
  const copied = yield* copyEntry(ends, { hardlinks });
  if (copied !== before || (yield* treeFingerprint(from.folder, from.leaf)) !== before)
    throw refusal('STALE', { name: from.leaf });
}

const buildFolder = (piece: Spot, mode: number): void => {
  piece.folder.mkdir(piece.leaf, 0o700);
  within(piece.folder.open(piece.leaf), (folder) => {
    folder.chmod(mode);
    folder.sync();
  });
};

/** Copies the old text in front of what is added; answers where to go on. */
const pourOld = (old: OpenFile, into: OpenFile): number => {
  const block = Buffer.allocUnsafe(BLOCK_BYTES);
  let at = 0;
  for (let got = old.read(block, at); got > 0; got = old.read(block, at)) {
    into.write(block.subarray(0, got), at);
    at += got;
  }
  return at;
};

/** The old version, still the one that was previewed; its mode and owner go on. */
const pourVersion = (old: OpenFile, into: OpenFile, op: PlannedOp): number => {
  const stat = old.stat();
  if (!isUnchanged(stat, op.id!)) throw refusal('STALE', { name: old.leaf });
  dress(into, stat);
  return op.data!.mode === 'append' ? pourOld(old, into) : 0;
};

/** What the old version gives to the new one; answers where the new text starts. */
const pourOldText = (bench: Bench, op: PlannedOp, into: OpenFile): number => {
  const { folder, leaf } = bench.spot(op.to!);
  return within(folder.openFile(leaf), (old) => pourVersion(old, into, op));
};

const buildText = (bench: Bench, { op }: Job, piece: Spot): void =>
  within(piece.folder.createFile(piece.leaf), (file) => {
    if (!op.id) file.chmod(op.mode ?? 0o666 & ~UMASK);
    const at = op.id ? pourOldText(bench, op, file) : 0;
    file.write(Buffer.from(op.data!.text), at);
    file.sync();
  });

/** Makes the new thing of a copy, a write or a new folder, whole and durable, under a private name. Throws CANCELLED. */
export function* build(bench: Bench, job: Job): Steps<void> {
  const piece = pieceSpot(bench, job);
  const { action, mode } = job.op;
  if (action === 'create-folder') buildFolder(piece, mode ?? 0o777 & ~UMASK);
  else if (action === 'write') buildText(bench, job, piece);
  else yield* buildCopy(bench, job, piece);
  bench.touch(piece.folder);
  job.made = identityOf(piece.folder.stat(piece.leaf)!);
}
