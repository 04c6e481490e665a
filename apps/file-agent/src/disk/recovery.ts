import { recoverChunk } from './chunk.js';
import { close, outcomesBody } from './commit.js';
import type { Disk } from './disk.js';
import type { Journal } from './journal.js';
import { chunksBackwards, interruptedChunk, metaOf } from './plan-log.js';
import { Tally } from './tally.js';

const recoverPlan = (disk: Disk, journal: Journal, planId: string): void => {
  const jobs = interruptedChunk(journal, planId);
  if (jobs.length > 0) {
    recoverChunk(disk, jobs);
    journal.append('recovered', planId, outcomesBody(jobs));
    journal.sync();
  }
  const tally = new Tally(metaOf(journal, planId)!);
  for (const chunk of chunksBackwards(journal, planId)) for (const job of chunk) tally.add(job);
  close(journal, tally, { planId });
};

/**
 * Brings interrupted plans to an end by what the disk shows: each entry is done or back where it was, and the plan has a
 * receipt and can be undone. Interrupted itself, it simply runs again.
 */
export const recover = (disk: Disk, journal: Journal): void => {
  for (const planId of journal.unfinished()) recoverPlan(disk, journal, planId);
};
