import type { Deed } from '../../facts.js';

/** One request and all that it changed, newest first. */
export type DoneJob = readonly DoneDeed[];
export type DoneDeed = Deed & { readonly planId: string };

/** Part of a job was put back: a change of its own. What took back a whole job is not done, but undone again. */
export const isPartBack = ({ operation, undoOf }: Pick<Deed, 'operation' | 'undoOf'>): boolean =>
  operation === 'undo' && undoOf === undefined;

const canBeUndone = (deed: Deed): deed is DoneDeed =>
  deed.state === 'committed' && deed.planId !== undefined && (deed.operation !== 'undo' || isPartBack(deed));

/** What this conversation did and can still be undone, newest first. */
export const jobsIn = (deeds: readonly Deed[]): DoneJob[] => {
  const jobs = new Map<string, DoneDeed[]>();
  for (const deed of [...deeds].reverse().filter(canBeUndone)) {
    const run = deed.run ?? deed.planId;
    jobs.set(run, [...(jobs.get(run) ?? []), deed]);
  }
  return [...jobs.values()];
};

export const entriesIn = (job: DoneJob): number => job.reduce((sum, { entries = 0 }) => sum + entries, 0);
