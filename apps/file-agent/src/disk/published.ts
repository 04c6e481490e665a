import type { Bench, Spot } from './bench.js';
import { GROUP_MAX } from './grouping.js';
import { isSameInode } from './identity.js';
import type { Job } from './outcome.js';
import type { Identity } from './planned-op.js';
import { dropClaim } from './publish.js';
import { candidates } from './settle.js';
import { conflictOf, isBuilt, originSpot, pieceSpot, spotIfThere } from './spots.js';

/** Room for names that people freed. */
const BY_PEOPLE = 76;
/**
 * So many of the names it may have got can be free again by now: what stood there when it was numbered was taken away since, by
 * other entries of its group or by people.
 */
const GAPS_MAX = GROUP_MAX + BY_PEOPLE;

/** It has its private name alone, or was never taken from where it lay. */
const isUnpublished = (bench: Bench, job: Job, id: Identity): boolean => {
  const piece = pieceSpot(bench, job);
  const staged = piece.folder.stat(piece.leaf);
  if (staged) return job.op.kind === 'folder' || staged.nlink === 1n;
  const origin = isBuilt(bench, job.op) ? undefined : spotIfThere(() => originSpot(bench, job));
  const still = origin?.folder.stat(origin.leaf);
  return still !== undefined && isSameInode(still, id);
};

/** The name at the target under which the piece was published, if it was. */
export const publishedLeaf = (
  bench: Bench,
  job: Job,
  { target, id }: { target: Spot | undefined; id: Identity },
): string | undefined => {
  if (!target) return undefined;
  let gaps = 0;
  for (const leaf of candidates(target.leaf, conflictOf(job.op) === 'number')) {
    const stat = target.folder.stat(leaf);
    if (stat && isSameInode(stat, id)) return leaf;
    if (stat) continue;
    if (gaps === GAPS_MAX || (gaps === 0 && isUnpublished(bench, job, id))) return undefined;
    gaps++;
  }
  return undefined;
};

/** Claims of a folder's name, under any of the names it was tried with. */
export const dropClaims = (job: Job, target: Spot): void => {
  let gaps = 0;
  for (const leaf of candidates(target.leaf, conflictOf(job.op) === 'number')) {
    if (target.folder.has(leaf)) dropClaim({ folder: target.folder, leaf });
    else if (gaps++ === GAPS_MAX) return;
  }
};
