import { createHash } from 'node:crypto';

/**
 * One line of the journal. `sum` is the SHA-256 of the line before it and of this one's text, so each line vouches for
 * itself and for all before it: a flipped, dropped, swapped or inserted line shows.
 *
 * | type | when | body |
 * |---|---|---|
 * | begin | before the first change of a plan | the plan's facts, who said yes |
 * | intent | before each chunk | its exact entries |
 * | made | new things are ready in the stage | their identities by `seq` |
 * | done | after each chunk | outcomes by `seq` |
 * | recovered | at start, after a crash | outcomes of the interrupted chunk |
 * | commit | at the end | the receipt |
 * | segment | first line of each file | where the chain comes from |
 * | forgot | before old files of the journal go | the first file that stays, how many plans go |
 */
export type RecordType = 'segment' | 'begin' | 'intent' | 'made' | 'done' | 'recovered' | 'commit' | 'forgot';

export interface JournalRecord {
  readonly seq: number;
  readonly type: RecordType;
  readonly plan?: string;
  readonly at: string;
  readonly body: unknown;
}

export const FIRST_SUM = '0'.repeat(64);
const SUM_TAIL = ',"sum":"'.length + FIRST_SUM.length + '"}'.length;

const sumOf = (before: string, text: string): string => createHash('sha256').update(before).update(text).digest('hex');

/** The line, without its line break, and its sum. */
export const writeRecord = (record: JournalRecord, before: string): { line: string; sum: string } => {
  const text = JSON.stringify(record);
  const sum = sumOf(before, text);
  return { line: `${text.slice(0, -1)},"sum":"${sum}"}`, sum };
};

/** The sum of a line that vouches for itself after `before`; undefined when it does not. */
export const checkLine = (line: string, before: string): string | undefined => {
  if (line.length <= SUM_TAIL) return undefined;
  const sum = sumOf(before, `${line.slice(0, -SUM_TAIL)}}`);
  return line.endsWith(`,"sum":"${sum}"}`) ? sum : undefined;
};

/** What the first line of a file says came before it. */
export const chainStart = (line: string): string | undefined => {
  const record = readRecord(line);
  const body = record?.body as { after?: unknown } | undefined;
  return record?.type === 'segment' && typeof body?.after === 'string' ? body.after : undefined;
};

export const readRecord = (line: string): JournalRecord | undefined => {
  try {
    return JSON.parse(line) as JournalRecord;
  } catch {
    return undefined;
  }
};

const HEAD = /^\{"seq":(\d+),"type":"([a-z]+)"(?:,"plan":"([^"]+)")?,"at":"([^"]+)"/;

/** The facts at the front of a line, without reading what may be a long body. */
export const readHead = (line: string): Omit<JournalRecord, 'body'> | undefined => {
  const found = HEAD.exec(line);
  if (!found) return undefined;
  return { seq: Number(found[1]), type: found[2] as RecordType, plan: found[3], at: found[4]! };
};
