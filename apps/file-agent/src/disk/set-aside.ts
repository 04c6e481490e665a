import type { Bench, Spot } from './bench.js';
import { identityOf, isUnchanged } from './identity.js';
import { childOf, parentOf } from './location.js';
import { type Job, type Trashed, slotName, stageName } from './outcome.js';
import { publish } from './publish.js';
import { refusal } from './refusal.js';
import { expectedThere } from './spots.js';
import { type SysStat, kindOf } from './sys.js';
import { takeTo } from './take.js';

/** What stands at the target, if it may be put into the trash. */
const mayGo = (bench: Bench, { op }: Job, { folder, leaf }: Spot): SysStat => {
  const stat = folder.stat(leaf);
  const expected = expectedThere(op);
  if (!stat || (expected && !isUnchanged(stat, expected))) throw refusal('STALE', { name: leaf });
  if (kindOf(stat) === 'special') throw refusal('SPECIAL_FILE', { name: leaf });
  if (op.from && kindOf(stat) === 'folder' && bench.contains(stat, parentOf(op.from))) {
    throw refusal('INTO_SELF', { name: leaf });
  }
  return stat;
};

/**
 * Puts what stands at the target into the trash, to make room. First to a private name, where its identity is checked:
 * a save made meanwhile is noticed and goes back.
 */
export const setAside = (bench: Bench, job: Job, target: Spot): Trashed => {
  const to = job.op.to!;
  const stat = mayGo(bench, job, target);
  const kind = kindOf(stat) as Trashed['kind'];
  const { stage, trash } = bench.vault(to.place);
  const staged = { folder: stage, leaf: stageName(job, 'aside'), kind };
  const slot = slotName(job, 'aside');
  takeTo(bench, { from: target, to: staged, id: identityOf(stat), kind });
  trash.announce(slot, bench.disk.absolute(childOf(parentOf(to), target.leaf)));
  if (!publish(bench, staged, { folder: trash.files, leaf: slot })) throw refusal('TRASH_UNSAFE');
  return { place: to.place, slot, id: identityOf(stat), kind };
};
