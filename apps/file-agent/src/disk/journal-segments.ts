import type { JournalIndex } from './journal-index.js';
import type { StateFolder } from './state-folder.js';

const SEGMENT = /^journal-\d{6,}\.jsonl$/;

export const segmentName = (number: number): string => `journal-${String(number).padStart(6, '0')}.jsonl`;

/** The name of the segment after this one; of the first where there is none. */
export const segmentAfter = (segment: string): string => segmentName(segment === '' ? 1 : numberOf(segment) + 1);

const numberOf = (segment: string): number => Number(segment.slice('journal-'.length, -'.jsonl'.length));

/** The files of the journal, oldest first. */
export const segmentsIn = (state: StateFolder): string[] =>
  state
    .names()
    .filter((name) => SEGMENT.test(name))
    .sort((one, other) => numberOf(one) - numberOf(other));

const isBefore = (segment: string, other: string): boolean => numberOf(segment) < numberOf(other);

/**
 * The oldest segments that hold nothing but plans that may be forgotten. A plan goes whole or not at all, and the segment
 * in use stays.
 */
export const forgettable = (
  segments: readonly string[],
  index: JournalIndex,
  isOld: (planId: string) => boolean,
): string[] => {
  let end = segments.at(-1) ?? '';
  for (const planId of index.planIds().reverse()) {
    const [first, last] = index.span(planId);
    if (!isOld(planId) || !isBefore(last, end)) end = isBefore(first, end) ? first : end;
  }
  return segments.filter((segment) => isBefore(segment, end));
};
