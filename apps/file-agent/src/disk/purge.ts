import { removeOwnTree } from './copy-tree.js';
import type { Disk } from './disk.js';
import type { Journal } from './journal.js';
import { type Job, slotName } from './outcome.js';
import type { TrashSlot } from './planned-op.js';
import { chunksBackwards, receiptOf } from './plan-log.js';

/** What one entry put into the trash; some of it may have come back since. */
const slotsOf = (job: Job): TrashSlot[] => {
  const { op, outcome } = job;
  const own = op.action === 'trash' ? [{ place: op.from!.place, slot: slotName(job, 'piece') }] : [];
  return [...own, outcome!.aside, outcome!.source].filter((slot) => slot !== undefined);
};

const empty = (disk: Disk, { place, slot }: TrashSlot): boolean => {
  const { trash } = disk.vault(place);
  if (!trash.files.has(slot)) return false;
  removeOwnTree(trash.files, slot);
  trash.retract(slot);
  return true;
};

/** Empties the trash of plans that ended before a day. By the journal, so nothing another program trashed is touched. */
export const purgeTrash = (disk: Disk, journal: Journal, before: Date): number => {
  let count = 0;
  for (const planId of journal.planIds()) {
    const receipt = receiptOf(journal, planId);
    if (!receipt || new Date(receipt.at) >= before) continue;
    for (const chunk of chunksBackwards(journal, planId)) {
      count += chunk.flatMap(slotsOf).filter((slot) => empty(disk, slot)).length;
    }
  }
  return count;
};
