import { Extent, PARTS } from './parts.js';
import { listenToProgress, type Step } from './progress.js';
import type { Verdict } from './verdict.js';

/** What a lane is told, and what it tells. */
export interface Order {
  readonly part: string;
  readonly share: number;
}

export type Word =
  { readonly kind: 'step'; readonly step: Step } | { readonly kind: 'verdicts'; readonly verdicts: readonly Verdict[] };

/** A process that runs one part of the proof after another, as it is told; `run.ts` starts two of them. */
const say = (word: Word): void => void process.send!(word);

listenToProgress((step) => say({ kind: 'step', step }));
process.on('message', ({ part, share }: Order) => {
  void PARTS[part]!(new Extent(share)).then((verdicts) => say({ kind: 'verdicts', verdicts }));
});
