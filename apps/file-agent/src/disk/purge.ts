import { removeOwnTree } from './copy-tree.js';
import type { Disk } from './disk.js';
import type { Journal } from './journal.js';
import { type Job, slotName } from './outcome.js';
import type { TrashSlot } from './planned-op.js';
import { chunksBackwards, receiptOf } from './plan-log.js';
import type { Steps } from './steps.js';

/** What one entry put into the trash; some of it may have come back since. */
const slotsOf = (job: Job): TrashSlot[] => {
  const { op, outcome } = job;
  const own = op.action === 'trash' ? [{ place: op.from!.place, slot: slotName(job, 'piece') }] : [];
  return [...own, outcome!.aside, outcome!.source].filter((slot) => slot !== undefined);
};

/** Emptied by a purge that a crash interrupted, it may still have its twin. */
const empty = (disk: Disk, { place, slot }: TrashSlot): boolean => {
  const { trash } = disk.vault(place);
  const isFull = trash.files.has(slot);
  if (isFull) removeOwnTree(trash.files, slot);
  trash.retract(slot);
  return isFull;
};

/** Whether a plan ended before that day. */
export const isOlder = (journal: Journal, planId: string, before: Date): boolean => {
  const receipt = receiptOf(journal, planId);
  return receipt !== undefined && new Date(receipt.at) < before;
};

/**
 * Empties the trash of plans that ended before a day. By the journal, so nothing another program trashed is touched.
 * Told to stop, it ends after the plan's chunk it is at.
 */
export function* purgeTrash(disk: Disk, journal: Journal, before: Date): Steps<number> {
  let count = 0;
  for (const planId of journal.planIds()) {
    if (!isOlder(journal, planId, before)) continue;
    for (const chunk of chunksBackwards(journal, planId)) {
      for (const slot of chunk.flatMap(slotsOf)) {
        if (empty(disk, slot)) count += 1;
      }
      if (yield) return count;
    }
  }
  return count;
}
