import { coded, isErrno } from './errno.js';
import { JournalIndex } from './journal-index.js';
import { FIRST_SUM, type JournalRecord, type RecordType, readRecord, writeRecord } from './journal-record.js';
import { scanJournal } from './journal-scan.js';
import type { OpenFile } from './open-file.js';
import { refusal } from './refusal.js';
import type { StateFolder } from './state-folder.js';

const SEGMENT = /^journal-\d{6}\.jsonl$/;
const SEGMENT_BYTES = 64 << 20;
const HEAD = 'head.json';
const RESERVE = 'reserve';
const RESERVE_BYTES = 1 << 20;

const segmentName = (number: number): string => `journal-${String(number).padStart(6, '0')}.jsonl`;
const numberOf = (segment: string): number => Number(segment.slice('journal-'.length, -'.jsonl'.length));

interface Head {
  readonly seq: number;
  readonly sum: string;
  readonly first: string;
}

/**
 * The write-ahead record of all changes: the only truth about what was done. Append-only JSON lines, chained by
 * SHA-256, in segments of 64 MiB. `append` only collects; `sync` writes and makes durable, once for a whole group.
 */
export class Journal {
  private readonly index = new JournalIndex();
  private waiting: string[] = [];
  private seq = 0;
  private sum = FIRST_SUM;
  private first = '';
  private size = 0;
  private segment = '';
  private file: OpenFile | undefined;
  /** The disk ran full: the reserve is used up, and no further chunk should start. */
  isShort = false;
  private state_: 'good' | 'JOURNAL_DAMAGED' | 'JOURNAL_READONLY' = 'good';

  private constructor(private readonly state: StateFolder) {}

  /** Reads and checks everything; damage is kept as it is and switches changes off. */
  static open(state: StateFolder): Journal {
    const journal = new Journal(state);
    journal.load();
    return journal;
  }

  private load(): void {
    const segments = this.state.names().filter((name) => SEGMENT.test(name));
    const scan = scanJournal(this.state, segments, this.index);
    Object.assign(this, { seq: scan.seq, sum: scan.sum, first: scan.first });
    if (scan.damaged || this.isBehindItsHead(scan.first)) {
      this.state_ = 'JOURNAL_DAMAGED';
      return;
    }
    if (scan.last) this.resume(scan.last);
    this.reserve();
  }

  /** The head tells what was durable at the end of the last plan: less than that means records were taken away. */
  private isBehindItsHead(first: string): boolean {
    if (!this.state.has(HEAD)) return false;
    const [line] = this.state.readLines(HEAD);
    const head = line && (readRecord(line.line) as unknown as Head | undefined);
    if (!head) return true;
    return head.seq > this.seq || (head.seq === this.seq && head.sum !== this.sum) || head.first !== first;
  }

  private resume({ name, cut }: { name: string; cut: number }): void {
    this.file = this.state.folder.openExisting(name);
    this.segment = name;
    this.size = cut;
    if (this.file.stat().size !== BigInt(cut)) this.file.truncate(cut);
  }

  /** Room that is given up when the disk is full, so that what was done can still be written down. */
  private reserve(): void {
    if (this.state.has(RESERVE)) return;
    try {
      this.state.writeLines(RESERVE, [' '.repeat(RESERVE_BYTES)]);
    } catch {
      // A full disk at the start: the first plan will say NO_SPACE.
    }
  }

  get isGood(): boolean {
    return this.state_ === 'good';
  }

  /** Throws JOURNAL_DAMAGED or JOURNAL_READONLY where nothing may be changed any more. */
  refuseUnlessGood(): void {
    if (this.state_ !== 'good') throw refusal(this.state_);
  }

  /** The newest record's number and sum: what others may keep, to notice a history cut short. */
  get head(): { seq: number; sum: string } {
    return { seq: this.seq, sum: this.sum };
  }

  append(type: RecordType, plan: string | undefined, body: unknown): void {
    if (!this.file || this.size > SEGMENT_BYTES) this.startSegment();
    this.put({ seq: this.seq + 1, type, plan, at: new Date().toISOString(), body });
  }

  private put(record: JournalRecord): void {
    const { line, sum } = writeRecord(record, this.sum);
    this.index.add(record, { segment: this.segment, offset: this.size });
    this.seq = record.seq;
    this.sum = sum;
    this.waiting.push(`${line}\n`);
    this.size += Buffer.byteLength(line) + 1;
  }

  private startSegment(): void {
    if (this.file) this.sync();
    this.file?.close();
    const name = segmentName(this.segment === '' ? 1 : numberOf(this.segment) + 1);
    this.file = this.state.folder.createFile(name);
    this.state.folder.sync();
    this.first ||= name;
    Object.assign(this, { segment: name, size: 0 });
    this.put({ seq: this.seq + 1, type: 'segment', at: new Date().toISOString(), body: { after: this.sum } });
  }

  /** Makes all appended records durable. Throws NO_SPACE, or JOURNAL_READONLY for good when the disk fails. */
  sync(): void {
    this.refuseUnlessGood();
    if (this.waiting.length === 0) return;
    const bytes = Buffer.from(this.waiting.join(''));
    this.writeAll(bytes);
    this.waiting = [];
    this.flush();
  }

  private writeAll(bytes: Buffer): void {
    const start = this.size - bytes.length;
    try {
      this.file!.write(bytes, start);
    } catch (error) {
      if (!isErrno(error, 'ENOSPC', 'EDQUOT')) throw this.close_(error);
      this.writeIntoReserve(bytes, start);
    }
  }

  private writeIntoReserve(bytes: Buffer, start: number): void {
    try {
      this.file!.truncate(start);
      this.state.remove(RESERVE);
      this.isShort = true;
      this.file!.write(bytes, start);
    } catch (error) {
      throw this.close_(error);
    }
  }

  /** A failed fsync is never tried again: the pages it lost are gone (Rebello et al., USENIX ATC 2020). */
  private flush(): void {
    try {
      this.file!.syncData();
    } catch (error) {
      throw this.close_(error);
    }
  }

  private close_(error: unknown): unknown {
    const known = coded(error);
    if (known === error) return error;
    this.state_ = 'JOURNAL_READONLY';
    return refusal('JOURNAL_READONLY', { cause: error });
  }

  /** Notes the head durably; at the end of a plan. */
  keepHead(): void {
    const head: Head = { seq: this.seq, sum: this.sum, first: this.first };
    this.state.writeLines(HEAD, [JSON.stringify(head)]);
  }

  has(plan: string, type: RecordType = 'begin'): boolean {
    return this.index.has(plan, type);
  }

  /** All plans known, oldest first. */
  planIds(): string[] {
    return this.index.planIds();
  }

  unfinished(): string[] {
    return this.index.unfinished();
  }

  /** A plan's records of these types, oldest first, read one by one from the disk. */
  *records(plan: string, ...types: RecordType[]): Generator<JournalRecord> {
    for (const position of this.index.of(plan, ...types)) yield this.at(position);
  }

  /** The same, newest first. */
  *recordsBackwards(plan: string, ...types: RecordType[]): Generator<JournalRecord> {
    for (const position of [...this.index.of(plan, ...types)].reverse()) yield this.at(position);
  }

  private at({ segment, offset }: { segment: string; offset: number }): JournalRecord {
    for (const { line } of this.state.readLines(segment, offset)) {
      const record = readRecord(line);
      if (record) return record;
    }
    throw refusal('JOURNAL_DAMAGED');
  }

  close(): void {
    this.file?.close();
    this.file = undefined;
    this.state.close();
  }
}
