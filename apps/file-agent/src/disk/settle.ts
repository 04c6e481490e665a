import type { Bench, Spot } from './bench.js';
import { numberedName } from './numbered-name.js';
import type { Job, Trashed } from './outcome.js';
import { publish } from './publish.js';
import { refusal } from './refusal.js';
import { setAside } from './set-aside.js';
import { conflictOf, pieceSpot } from './spots.js';

const NUMBER_MAX = 10_000;

/** The names it may get, in order of preference. */
export const candidates = function* (leaf: string, numbering: boolean): Generator<string> {
  yield leaf;
  for (let number = 1; numbering && number < NUMBER_MAX; number++) yield numberedName(leaf, number);
};

export interface Settled {
  readonly leaf: string;
  readonly aside?: Trashed;
}

/** Gives the staged piece its public name, by the rule for taken names. Throws EXISTS, CONFLICT, STALE. */
export const settle = (bench: Bench, job: Job, target: Spot): Settled => {
  const piece = { ...pieceSpot(bench, job), kind: job.op.kind };
  const rule = conflictOf(job.op);
  for (const leaf of candidates(target.leaf, rule === 'number')) {
    if (publish(bench, piece, { folder: target.folder, leaf })) return { leaf };
  }
  if (rule !== 'trash-existing') throw refusal('EXISTS', { name: target.leaf });
  const aside = setAside(bench, job, target);
  if (!publish(bench, piece, target)) throw refusal('CONFLICT', { name: target.leaf });
  return { leaf: target.leaf, aside };
};
