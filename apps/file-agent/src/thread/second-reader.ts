import { receiveMessageOnPort, Worker, MessageChannel } from 'node:worker_threads';
import type { Answer, Errand, Files } from '../disk/errand.js';
import type { Folder } from '../disk/folder.js';
import type { Helper, Ticket } from '../disk/reading.js';

/** Shared between the two threads: how many answers were sent, and behind it, for each seat, what is no longer wanted. */
export const ANSWERED = 0;
export const FORGOTTEN = 1;
/** One that it reads and one that lies ready. */
const SEATS = 2;
/** Fewer files are read sooner than a thread starts. */
const WORTH_IT = 500;
const YOUNG_MB = 4;
const PATIENCE_MS = 5;

/** A folder as the second thread gets it: where it is open, and which one it must be. */
export interface Sent {
  readonly id: number;
  readonly seat: number;
  readonly errand: Errand;
  readonly folder: { readonly self: string; readonly dev: bigint; readonly ino: bigint };
  readonly files: Files;
}

/** Without answers: the folder was not the one any more, or something unforeseen; whoever asked reads for himself. */
export interface Back {
  readonly id: number;
  readonly answers?: readonly Answer[];
}

/**
 * The disk thread's hold on a second thread that only reads, so that both processors of a small PC work at a search.
 * Everything here is synchronous, as the disk thread is; it starts with the first long search and ends with that thread.
 */
export class SecondReader implements Helper {
  private readonly shared = new Int32Array(new SharedArrayBuffer(4 * (FORGOTTEN + SEATS)));
  private readonly seats: ({ readonly id: number; readonly ticket: Ticket } | undefined)[] = Array.from({
    length: SEATS,
  });
  private readonly channel = new MessageChannel();
  private worker?: Worker;
  private state: 'unborn' | 'starting' | 'ready' | 'gone' = 'unborn';
  private nextId = 1;
  private filesSeen = 0;

  take(errand: Errand, folder: Folder, files: Files): Ticket | undefined {
    this.filesSeen += files.names.length;
    if (this.state === 'unborn' && this.filesSeen > WORTH_IT) this.start();
    const seat = this.seats.indexOf(undefined);
    if (this.state !== 'ready' || seat < 0) return undefined;
    const ticket: Ticket = { isLost: false };
    const id = this.nextId++;
    this.seats[seat] = { id, ticket };
    const { self, dev, ino } = folder;
    this.channel.port1.postMessage({ id, seat, errand, folder: { self, dev, ino }, files } satisfies Sent);
    return ticket;
  }

  look(patiently: boolean): void {
    const seen = Atomics.load(this.shared, ANSWERED);
    if (this.collect() || !patiently) return;
    Atomics.wait(this.shared, ANSWERED, seen, PATIENCE_MS);
    this.collect();
  }

  forget(ticket: Ticket): void {
    const seat = this.seats.findIndex((taken) => taken?.ticket === ticket);
    if (seat >= 0) Atomics.store(this.shared, FORGOTTEN + seat, this.seats[seat]!.id);
  }

  private collect(): boolean {
    let hasCome = false;
    for (let got = this.receive(); got; got = this.receive()) {
      const { id, answers } = got;
      hasCome = true;
      const seat = this.seats.findIndex((taken) => taken?.id === id);
      if (seat < 0) this.state = 'ready';
      else this.settle(seat, answers);
    }
    return hasCome;
  }

  private receive(): Back | undefined {
    return receiveMessageOnPort(this.channel.port1)?.message as Back | undefined;
  }

  private settle(seat: number, answers: readonly Answer[] | undefined): void {
    const { ticket } = this.seats[seat]!;
    this.seats[seat] = undefined;
    if (answers) ticket.answers = answers;
    else ticket.isLost = true;
  }

  private start(): void {
    this.state = 'starting';
    const { port2 } = this.channel;
    this.worker = new Worker(new URL('./second-reader-worker.js', import.meta.url), {
      workerData: { port: port2, shared: this.shared },
      transferList: [port2],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.worker.unref();
    this.worker.once('error', () => this.lose());
    this.worker.once('exit', () => this.lose());
  }

  /** It is not started again: what kills it once does so twice, and the disk thread can do all of it alone. */
  private lose(): void {
    this.state = 'gone';
    for (const seat of this.seats.keys()) if (this.seats[seat]) this.settle(seat, undefined);
  }
}
