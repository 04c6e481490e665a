import { coded, isErrno } from './errno.js';
import { type Head, isBehind, readJournalHead, writeJournalHead } from './journal-head.js';
import { JournalIndex } from './journal-index.js';
import { FIRST_SUM, type JournalRecord, type RecordType, readHead, readRecord, writeRecord } from './journal-record.js';
import { giveUpReserve, keepReserve } from './journal-reserve.js';
import { scanJournal } from './journal-scan.js';
import { forgettable, segmentAfter, segmentsIn } from './journal-segments.js';
import type { OpenFile } from './open-file.js';
import { refusal } from './refusal.js';
import type { StateFolder } from './state-folder.js';

const SEGMENT_BYTES = 16 << 20;
/** No segment holds plans of more than a week, so that a little used PC forgets in time too. */
const SEGMENT_MS = 7 * 86_400_000;

export interface JournalOptions {
  /** A plan begins a new file after so many bytes, and goes on in one after four times as many. Default 16 MiB. */
  readonly segmentBytes?: number;
  /** Default: the clock. */
  readonly now?: () => Date;
}

/**
 * The write-ahead record of all changes: the only truth about what was done. Append-only JSON lines, chained by
 * SHA-256, in files of 16 MiB or a week. `append` only collects; `sync` writes and makes durable, once for a whole group.
 */
export class Journal {
  private readonly index = new JournalIndex();
  private waiting: string[] = [];
  private seq = 0;
  private sum = FIRST_SUM;
  private segments: string[] = [];
  private beganMs = 0;
  private size = 0;
  private file: OpenFile | undefined;
  /** The disk ran full: the reserve is used up, and no further chunk should start. */
  isShort = false;
  private state_: 'good' | 'JOURNAL_DAMAGED' | 'JOURNAL_READONLY' = 'good';

  private constructor(
    private readonly state: StateFolder,
    private readonly options: JournalOptions,
  ) {}

  /** Reads and checks everything; damage is kept as it is and switches changes off. */
  static open(state: StateFolder, options: JournalOptions = {}): Journal {
    const journal = new Journal(state, options);
    journal.load();
    return journal;
  }

  private load(): void {
    const head = readJournalHead(this.state);
    const all = segmentsIn(this.state);
    const from = head === undefined || head === 'unreadable' ? 0 : Math.max(all.indexOf(head.first), 0);
    this.segments = all.slice(from);
    const scan = scanJournal(this.state, this.segments, this.index);
    Object.assign(this, { seq: scan.seq, sum: scan.sum });
    if (scan.damaged || isBehind(this.head, head)) {
      this.state_ = 'JOURNAL_DAMAGED';
      return;
    }
    if (scan.last) this.resume(scan.last);
    for (const leftover of all.slice(0, from)) this.state.remove(leftover);
    keepReserve(this.state);
  }

  private get segment(): string {
    return this.segments.at(-1) ?? '';
  }

  private resume({ name, cut }: { name: string; cut: number }): void {
    this.file = this.state.folder.openExisting(name);
    this.size = cut;
    if (this.file.stat().size !== BigInt(cut)) this.file.truncate(cut);
    const [line] = this.state.readLines(name);
    if (line) this.beganMs = Date.parse(readHead(line.line)?.at ?? '');
    else this.beginSegment();
  }

  get isGood(): boolean {
    return this.state_ === 'good';
  }

  /** Throws JOURNAL_DAMAGED or JOURNAL_READONLY where nothing may be changed any more. */
  refuseUnlessGood(): void {
    if (this.state_ !== 'good') throw refusal(this.state_);
  }

  /** The newest record's number and sum: what others may keep, to notice a history cut short. */
  get head(): Head {
    return { seq: this.seq, sum: this.sum, first: this.segments[0] ?? '' };
  }

  append(type: RecordType, plan: string | undefined, body: unknown): void {
    if (!this.file || this.isOver(type)) this.startSegment();
    this.put({ seq: this.seq + 1, type, plan, at: this.now.toISOString(), body });
  }

  private get now(): Date {
    return this.options.now?.() ?? new Date();
  }

  /** A plan that is forgotten goes whole, so files best end between two plans; only a huge one runs over. */
  private isOver(type: RecordType): boolean {
    const bytes = this.options.segmentBytes ?? SEGMENT_BYTES;
    if (type !== 'begin') return this.size > 4 * bytes;
    return this.size > bytes || this.now.getTime() - this.beganMs > SEGMENT_MS;
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
    const name = segmentAfter(this.segment);
    this.file = this.state.folder.createFile(name);
    this.state.folder.sync();
    this.segments.push(name);
    this.size = 0;
    this.beginSegment();
  }

  /** The first line of a file: without it the chain would be lost with the file before. */
  private beginSegment(): void {
    this.beganMs = this.now.getTime();
    this.put({ seq: this.seq + 1, type: 'segment', at: this.now.toISOString(), body: { after: this.sum } });
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
      giveUpReserve(this.state);
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
    writeJournalHead(this.state, this.head);
  }

  /**
   * Removes the oldest files with nothing but old plans in them; answers those plans. The head names the first that stays
   * before any goes: what a crash leaves, the next start removes. The chain begins with the rest's own first line.
   */
  forget(isOld: (planId: string) => boolean): string[] {
    const going = forgettable(this.segments, this.index, isOld);
    if (going.length === 0) return [];
    const plans = this.index.planIds().filter((planId) => going.includes(this.index.span(planId)[0]));
    this.append('forgot', undefined, { first: this.segments[going.length], plans: plans.length });
    this.sync();
    this.segments = this.segments.slice(going.length);
    this.keepHead();
    for (const planId of plans) this.index.forget(planId);
    for (const segment of going) this.state.remove(segment);
    return plans;
  }

  has(plan: string, type: RecordType = 'begin'): boolean {
    return this.index.has(plan, type);
  }

  /** The files with a plan's first and last record. */
  span(plan: string): [first: string, last: string] {
    return this.index.span(plan);
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
