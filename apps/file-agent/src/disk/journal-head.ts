import { readRecord } from './journal-record.js';
import type { StateFolder } from './state-folder.js';

const HEAD = 'head.json';

/** What was durable at the end of the last plan, and with which segment the journal begins. */
export interface Head {
  readonly seq: number;
  readonly sum: string;
  readonly first: string;
}

/** Undefined where there is none yet; `unreadable` where somebody spoiled it. */
export const readJournalHead = (state: StateFolder): Head | 'unreadable' | undefined => {
  if (!state.has(HEAD)) return undefined;
  const [line] = state.readLines(HEAD);
  return (line && (readRecord(line.line) as unknown as Head | undefined)) ?? 'unreadable';
};

/** The head tells what was durable at the end of the last plan: less than that means records were taken away. */
export const isBehind = (now: Head, kept: ReturnType<typeof readJournalHead>): boolean => {
  if (kept === undefined) return false;
  if (kept === 'unreadable') return true;
  return kept.seq > now.seq || (kept.seq === now.seq && kept.sum !== now.sum) || kept.first !== now.first;
};

export const writeJournalHead = (state: StateFolder, head: Head): void => {
  state.writeLines(HEAD, [JSON.stringify(head)]);
};
