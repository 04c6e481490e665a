import type { JournalIndex } from './journal-index.js';
import { chainStart, checkLine, FIRST_SUM, readHead } from './journal-record.js';
import type { StateFolder } from './state-folder.js';

/** What reading all segments found out. `cut`: bytes of the last segment that count; more is a torn last record. */
export interface Scan {
  readonly damaged: boolean;
  readonly seq: number;
  readonly sum: string;
  readonly first: string;
  readonly last: { readonly name: string; readonly cut: number } | undefined;
}

interface Reading {
  seq: number;
  sum: string;
  cut: number;
  bad: boolean;
}

const readSegment = (
  state: StateFolder,
  name: string,
  { index, before }: { index: JournalIndex; before: Reading },
): Reading => {
  const now: Reading = { ...before, cut: 0, bad: false };
  for (const { line, next } of state.readLines(name)) {
    const head = readHead(line);
    const sum = head && head.seq === now.seq + 1 ? checkLine(line, now.sum) : undefined;
    if (now.bad || sum === undefined) {
      // A good line after a bad one is damage in the middle; the caller sees it by `cut` being behind two lines.
      if (now.bad) return { ...now, seq: Number.NaN };
      now.bad = true;
      continue;
    }
    index.add(head!, { segment: name, offset: now.cut });
    Object.assign(now, { seq: head!.seq, sum, cut: next });
  }
  return now;
};

const beginning = (state: StateFolder, name: string): { seq: number; sum: string } => {
  for (const { line } of state.readLines(name)) {
    const head = readHead(line);
    return { seq: (head?.seq ?? 1) - 1, sum: chainStart(line) ?? FIRST_SUM };
  }
  return { seq: 0, sum: FIRST_SUM };
};

/**
 * Checks the whole chain and notes where each plan's records are. A bad or half last line is what a power cut leaves,
 * and is cut; a bad line anywhere else is damage.
 */
export const scanJournal = (state: StateFolder, segments: readonly string[], index: JournalIndex): Scan => {
  const [first] = segments;
  if (first === undefined) return { damaged: false, seq: 0, sum: FIRST_SUM, first: '', last: undefined };
  let now: Reading = { ...beginning(state, first), cut: 0, bad: false };
  for (const [at, name] of segments.entries()) {
    now = readSegment(state, name, { index, before: now });
    const isLast = at === segments.length - 1;
    if (Number.isNaN(now.seq) || (now.bad && !isLast))
      return { damaged: true, seq: 0, sum: '', first, last: undefined };
  }
  return { damaged: false, seq: now.seq, sum: now.sum, first, last: { name: segments.at(-1)!, cut: now.cut } };
};
