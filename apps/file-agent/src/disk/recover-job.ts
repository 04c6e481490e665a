import type { Bench, Spot } from './bench.js';
import { removeOwnTree } from './copy-tree.js';
import { keepSource, takeSource } from './finish.js';
import { identityOf, isSameInode, isUnchanged } from './identity.js';
import { type Job, type Outcome, type Trashed, slotName, stageName } from './outcome.js';
import type { Identity } from './planned-op.js';
import { dropClaim, publish } from './publish.js';
import { dropClaims, publishedLeaf } from './published.js';
import { candidates } from './settle.js';
import { isBetweenDisks, isBuilt, originSpot, pieceSpot, slotSpot, spotIfThere, targetSpot } from './spots.js';
import { kindOf } from './sys.js';

const NOT_STARTED: Outcome = { result: 'not-started' };

/** Links or renames back to where it was; beside it, numbered, when somebody has that name now. Never over anything. */
const putBack = (bench: Bench, from: Spot, home: Spot): void => {
  const kind = kindOf(from.folder.stat(from.leaf)!) as Trashed['kind'];
  for (const leaf of candidates(home.leaf, true)) {
    const to = { folder: home.folder, leaf };
    if (kind === 'folder') dropClaim(to);
    const there = home.folder.stat(leaf);
    const own = from.folder.stat(from.leaf)!;
    if ((there && isSameInode(there, identityOf(own))) || publish(bench, { ...from, kind }, to)) break;
  }
  bench.sync();
  if (kind !== 'folder') from.folder.unlink(from.leaf);
};

/** What was set aside comes back to its name, from the stage or from its slot in the trash. */
const putBackAside = (bench: Bench, job: Job, target: Spot | undefined): void => {
  if (!job.op.to) return;
  const { stage, trash } = bench.vault(job.op.to.place);
  const slot = { folder: trash.files, leaf: slotName(job, 'aside') };
  const staged = { folder: stage, leaf: stageName(job, 'aside') };
  dropClaim(slot);
  const both = stage.has(staged.leaf) && trash.files.has(slot.leaf);
  if (both) trash.files.unlink(slot.leaf);
  const held = [staged, slot].find(({ folder, leaf }) => folder.has(leaf));
  if (held && target) putBack(bench, held, target);
  if (!trash.files.has(slot.leaf)) trash.retract(slot.leaf);
};

/** What was set aside stays in the trash; answers it for the undo. */
const keepAside = (bench: Bench, job: Job): Trashed | undefined => {
  if (job.op.action === 'trash' || !job.op.to) return undefined;
  const { place } = job.op.to;
  const { stage, trash } = bench.vault(place);
  const slot = slotName(job, 'aside');
  const staged = { folder: stage, leaf: stageName(job, 'aside') };
  dropClaim({ folder: trash.files, leaf: slot });
  const waiting = stage.stat(staged.leaf);
  if (waiting && !trash.files.has(slot)) {
    publish(bench, { ...staged, kind: kindOf(waiting) as Trashed['kind'] }, { folder: trash.files, leaf: slot });
  }
  bench.sync();
  if (stage.has(staged.leaf)) stage.unlink(staged.leaf);
  const stat = trash.files.stat(slot);
  return stat && { place, slot, id: identityOf(stat), kind: kindOf(stat) as Trashed['kind'] };
};

/**
 * A move between disks whose copy is public: its source goes to the trash, or is found there. One that somebody changed
 * meanwhile stays where it was, or comes home; undefined then, and where it is gone.
 */
const finishSource = (bench: Bench, job: Job): Trashed | undefined => {
  const { from, id, kind } = job.op;
  const { stage, trash } = bench.vault(from!.place);
  const [staged, slot] = [stageName(job, 'source'), slotName(job, 'source')];
  dropClaim({ folder: trash.files, leaf: slot });
  if (trash.files.has(slot)) {
    if (stage.has(staged)) stage.unlink(staged);
    return { place: from!.place, slot, id: id!, kind };
  }
  const origin = stage.has(staged) ? { folder: stage, leaf: staged } : spotIfThere(() => originSpot(bench, job));
  const still = origin?.folder.stat(origin.leaf);
  if (!still || !isUnchanged(still, id!)) {
    returnSource(bench, job);
    return undefined;
  }
  if (origin?.folder !== stage) takeSource(bench, job);
  return keepSource(bench, job);
};

/** What was taken as the source of a move between disks comes home: its copy is not public, or it is a newer one. */
const returnSource = (bench: Bench, job: Job): void => {
  const { stage } = bench.vault(job.op.from!.place);
  const staged = { folder: stage, leaf: stageName(job, 'source') };
  if (stage.has(staged.leaf)) takeBack(bench, job, staged);
};

const done = (bench: Bench, job: Job, { leaf, target }: { leaf: string; target: Spot }): Outcome => {
  const piece = pieceSpot(bench, job);
  bench.touch(target.folder);
  bench.sync();
  if (job.op.kind !== 'folder' && piece.folder.has(piece.leaf)) piece.folder.unlink(piece.leaf);
  const aside = keepAside(bench, job);
  if (job.op.slot) bench.vault(job.op.slot.place).trash.retract(job.op.slot.slot);
  const isBetween = isBetweenDisks(bench, job.op);
  const source = isBetween ? finishSource(bench, job) : undefined;
  return {
    result: 'done',
    ...(leaf !== target.leaf && { leaf }),
    ...(job.made && { made: job.made }),
    ...(aside && { aside }),
    ...(source && { source }),
    ...(isBetween && !source && { code: 'STALE' }),
  };
};

/** Home, else the target's folder, else, when somebody removed both folders meanwhile, the trash: never nowhere. */
const takeBack = (bench: Bench, job: Job, piece: Spot): void => {
  const place = (job.op.slot ?? job.op.from)!.place;
  const home = spotIfThere(() => originSpot(bench, job)) ?? spotIfThere(() => targetSpot(bench, job));
  putBack(bench, piece, home ?? { folder: bench.vault(place).trash.files, leaf: slotName(job, 'piece') });
};

const rollBack = (bench: Bench, job: Job, target: Spot | undefined): Outcome => {
  const piece = pieceSpot(bench, job);
  if (piece.folder.has(piece.leaf)) {
    if (target && job.op.kind === 'folder') dropClaims(job, target);
    if (isBuilt(bench, job.op)) removeOwnTree(piece.folder, piece.leaf);
    else takeBack(bench, job, piece);
  }
  if (isBetweenDisks(bench, job.op)) returnSource(bench, job);
  putBackAside(bench, job, target);
  return NOT_STARTED;
};

/** A folder to be removed was already taken to the stage: it goes back, or it is gone because it was empty. */
const recoverRemoval = (bench: Bench, job: Job): Outcome => {
  const piece = pieceSpot(bench, job);
  if (piece.folder.has(piece.leaf)) {
    takeBack(bench, job, piece);
    return NOT_STARTED;
  }
  const origin = spotIfThere(() => originSpot(bench, job));
  const stat = origin?.folder.stat(origin.leaf);
  return stat && isSameInode(stat, job.op.id!) ? NOT_STARTED : { result: 'done' };
};

/** It lies in its slot, or somebody's newer version does, which goes home again; with no home left it stays there. */
const recoverTrash = (bench: Bench, job: Job): Outcome => {
  const slot = slotSpot(bench, job);
  const lies = slot.folder.stat(slot.leaf);
  bench.touch(slot.folder);
  if (lies && isUnchanged(lies, job.op.id!) && bench.disk.protection.mayMove(lies)) return { result: 'done' };
  const home = spotIfThere(() => originSpot(bench, job));
  if (lies && !home) return { result: 'done', code: 'STALE' };
  if (lies) putBack(bench, slot, home!);
  bench.vault(job.op.from!.place).trash.retract(slot.leaf);
  return NOT_STARTED;
};

const pieceIdentity = (bench: Bench, job: Job): Identity | undefined => {
  const piece = pieceSpot(bench, job);
  const staged = piece.folder.stat(piece.leaf);
  if (staged) return identityOf(staged);
  return isBuilt(bench, job.op) ? job.made : job.op.id;
};

/**
 * Brings one entry to an end by what the disk shows, whatever interrupted it: a crash, a full disk, a taken name. It is
 * done where its public name is there, else everything goes back to where it was. Running it twice changes nothing.
 */
export const recoverJob = (bench: Bench, job: Job): Outcome => {
  if (job.op.action === 'remove-folder') return recoverRemoval(bench, job);
  if (job.op.action === 'trash') return recoverTrash(bench, job);
  const target = spotIfThere(() => targetSpot(bench, job));
  const id = pieceIdentity(bench, job);
  const leaf = id && publishedLeaf(bench, job, { target, id });
  const outcome = leaf !== undefined ? done(bench, job, { leaf, target: target! }) : rollBack(bench, job, target);
  bench.sync();
  return outcome;
};
