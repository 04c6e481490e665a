import { OrdenaError } from '#contracts/errors';
import type { Bench, Spot } from './bench.js';
import { takeSource } from './finish.js';
import { identityOf, isSameInode } from './identity.js';
import { type PlacePath, parentOf } from './location.js';
import type { Job, Outcome } from './outcome.js';
import { refusal } from './refusal.js';
import { settle } from './settle.js';
import { conflictOf, isBetweenDisks, isBuilt, originSpot, pieceSpot, slotSpot, targetSpot } from './spots.js';
import { type SysStat, kindOf } from './sys.js';
import { take } from './take.js';

const isTheEntryItself = ({ op }: Job, there: SysStat): boolean =>
  op.action !== 'copy' && op.id?.ino === `${there.ino}` && op.id.dev === `${there.dev}` && there.nlink === 1n;

/** Nothing is written through a link: SYMLINK_OUTSIDE by where its text leads, else SYMLINK. */
const refuseLink = (bench: Bench, to: PlacePath): never => {
  bench.disk.place(to.place).resolve(to.parts);
  throw refusal('SYMLINK', { name: to.parts.at(-1) });
};

/**
 * Looks, before anything is touched, whether the name is free or may be made free. Only a courtesy to the disk: what
 * holds is the exclusive call later. Answers an outcome when there is nothing to do.
 */
const look = (bench: Bench, job: Job, target: Spot): Outcome | undefined => {
  if (conflictOf(job.op) === 'number' && job.op.action !== 'create-folder') return undefined;
  const there = target.folder.stat(target.leaf);
  if (there && job.op.action === 'write' && kindOf(there) === 'link') refuseLink(bench, job.op.to!);
  if (!there || isTheEntryItself(job, there)) return undefined;
  const rule = conflictOf(job.op);
  if (job.op.action === 'create-folder' && kindOf(there) === 'folder') return { result: 'skipped' };
  if (rule === 'skip') return { result: 'skipped', code: 'EXISTS' };
  if (rule === 'fail') throw refusal('EXISTS', { name: target.leaf });
  return undefined;
};

const GONE = ['NOT_FOUND', 'NOT_A_FOLDER'];

/** As `look`, while the folder it goes to may still have to be made by an earlier entry. */
export const lookAhead = (bench: Bench, job: Job): Outcome | undefined => {
  try {
    return look(bench, job, targetSpot(bench, job));
  } catch (error) {
    if (error instanceof OrdenaError && GONE.includes(error.code)) return undefined;
    throw error;
  }
};

const refuseIntoSelf = (bench: Bench, { op }: Job): void => {
  if (op.kind !== 'folder' || !op.to || !op.id || op.action === 'create-folder') return;
  if (bench.contains(op.id, parentOf(op.to))) throw refusal('INTO_SELF', { name: op.from?.parts.at(-1) });
};

const removeFolder = (bench: Bench, job: Job): Outcome => {
  const spot = originSpot(bench, job);
  const stat = spot.folder.stat(spot.leaf);
  if (stat && kindOf(stat) === 'folder' && !bench.folder(job.op.from!).isEmpty()) return { result: 'skipped' };
  const piece = pieceSpot(bench, job);
  take(bench, job, piece);
  piece.folder.rmdir(piece.leaf);
  return { result: 'done', mode: Number(stat!.mode & 0o7777n) };
};

/** The slot's name is ours by the exclusive twin, or because the whole folder is; so one rename does it. */
const trash = (bench: Bench, job: Job): Outcome => {
  const { from } = job.op;
  const slot = slotSpot(bench, job);
  const { trash } = bench.vault(from!.place);
  if (!trash.announce(slot.leaf, bench.disk.absolute(from!))) throw refusal('TRASH_UNSAFE');
  take(bench, job, slot);
  return { result: 'done' };
};

/** Looks again at what was done; where somebody took it away at once, the receipt says so. */
const seen = (job: Job, { folder, leaf }: Spot, outcome: Outcome): Outcome => {
  const expected = job.made ?? job.op.id;
  const stat = folder.stat(leaf);
  if (!stat) return { ...outcome, code: 'STALE' };
  return expected && isSameInode(stat, expected) ? outcome : { ...outcome, made: identityOf(stat) };
};

const transfer = (bench: Bench, job: Job): Outcome => {
  refuseIntoSelf(bench, job);
  const target = targetSpot(bench, job);
  const early = look(bench, job, target);
  if (early) return early;
  if (!isBuilt(bench, job.op)) take(bench, job, pieceSpot(bench, job));
  const { leaf, aside } = settle(bench, job, target);
  const outcome: Outcome = {
    result: 'done',
    ...(leaf !== target.leaf && { leaf }),
    ...(job.made && { made: job.made }),
    ...(aside && { aside }),
  };
  const confirmed = seen(job, { folder: target.folder, leaf }, outcome);
  if (isBetweenDisks(bench, job.op)) takeSource(bench, job);
  return confirmed;
};

/**
 * Carries out one entry up to its public name. What it throws leaves things half-way on purpose: `recoverJob`, the same
 * that runs after a crash, puts them back.
 */
export const perform = (bench: Bench, job: Job): Outcome => {
  if (job.op.action === 'remove-folder') return removeFolder(bench, job);
  return job.op.action === 'trash' ? trash(bench, job) : transfer(bench, job);
};
