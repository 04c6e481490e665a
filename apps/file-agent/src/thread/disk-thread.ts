import { Worker } from 'node:worker_threads';
import { OrdenaError, type ErrorBody } from '#contracts/errors';
import type { DiskSettings, FromDisk, News, Question, ToDisk } from './messages.js';

/** What a walk makes is garbage a page later: a small nursery keeps the thread small and costs it little time. */
const YOUNG_MB = 8;
/** What it holds is some tens. V8 lets garbage grow to four times what lives where it may have gigabytes, here to less than twice. */
const OLD_MB = 1024;
/** Longer than anything the thread remembers between two questions. */
const REST_AFTER_MS = 60_000;

interface Waiting {
  resolve(reply: unknown): void;
  reject(error: unknown): void;
}

export interface DiskThreadOptions {
  readonly settings: DiskSettings;
  readonly onNews: (news: News) => void;
  readonly restAfterMs?: number;
}

/**
 * The main thread's hold on the disk thread. It starts with the first question and ends when nothing was asked for a
 * while, so that an idle agent stays small (16 MB of 72), and starts again with the next question: also should it ever
 * die, which the journal makes safe.
 */
export class DiskThread {
  private worker?: Worker;
  private ready?: Promise<void>;
  /** While the thread decides whether to end; the next question waits for that. */
  private resting?: { readonly decided: Promise<void>; readonly decide: () => void };
  private bedtime?: NodeJS.Timeout;
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();

  constructor(private readonly options: DiskThreadOptions) {}

  async ask(operation: Question, request: unknown): Promise<unknown> {
    clearTimeout(this.bedtime);
    await this.resting?.decided;
    await this.start();
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.tell({ kind: 'ask', id, operation, request });
    });
  }

  /** Lets a running commit come to a safe stop, closes the journal, ends the thread. */
  async stop(): Promise<void> {
    clearTimeout(this.bedtime);
    const { worker } = this;
    if (worker === undefined) return;
    const gone = new Promise((done) => worker.once('exit', done));
    this.tell({ kind: 'stop' });
    await gone;
  }

  /** The thread first finishes what a crash left open. Throws what makes the disk unfit to work on. */
  private start(): Promise<void> {
    this.ready ??= this.launch();
    return this.ready;
  }

  private async launch(): Promise<void> {
    const worker = new Worker(new URL('./disk-worker.js', import.meta.url), {
      workerData: this.options.settings,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB },
    });
    this.worker = worker;
    await new Promise<void>((fit, unfit) => {
      worker.on('message', (message: FromDisk) => this.hear(message, { fit, unfit }));
      worker.once('error', (cause) => this.lose(worker, cause, unfit));
      worker.once('exit', () => this.lose(worker, undefined, unfit));
    });
  }

  private tell(message: ToDisk): void {
    this.worker?.postMessage(message);
  }

  private hear(message: FromDisk, start: { fit(): void; unfit(error: unknown): void }): void {
    if (message.kind === 'ready') start.fit();
    else if (message.kind === 'unfit') start.unfit(OrdenaError.fromBody(message.error));
    else if (message.kind === 'news') this.options.onNews(message.news);
    else if (message.kind === 'busy') this.wake();
    else this.settle(message);
  }

  private settle(message: Extract<FromDisk, { id: number }>): void {
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.kind === 'reply') waiting?.resolve(message.reply);
    else waiting?.reject(errorFrom(message.error, message.stack));
    this.tire();
  }

  /** Nobody waits for an answer: after a while the thread may go. */
  private tire(): void {
    if (this.waiting.size > 0) return;
    clearTimeout(this.bedtime);
    this.bedtime = setTimeout(() => this.rest(), this.options.restAfterMs ?? REST_AFTER_MS).unref();
  }

  private rest(): void {
    if (this.waiting.size > 0) return;
    let decide = (): void => undefined;
    const decided = new Promise<void>((done) => (decide = done));
    this.resting = { decided, decide };
    this.tell({ kind: 'rest' });
  }

  private wake(): void {
    this.resting?.decide();
    this.resting = undefined;
    this.tire();
  }

  private lose(worker: Worker, cause: unknown, unfit: (error: unknown) => void): void {
    if (this.worker !== worker) return; // its death was told already, and another took its place
    this.worker = undefined;
    this.ready = undefined;
    this.resting?.decide();
    this.resting = undefined;
    const error = new OrdenaError('FAILED', 'The disk thread of this PC stopped; look at the history and ask again.', {
      cause,
    });
    unfit(error);
    for (const waiting of this.waiting.values()) waiting.reject(error);
    this.waiting.clear();
  }
}

/** An unforeseen error keeps the stack of its own thread for the log; the wire never shows it. */
const errorFrom = (body: ErrorBody, stack: string | undefined): Error => {
  if (stack === undefined) return OrdenaError.fromBody(body);
  const cause = new Error(body.message);
  cause.stack = stack;
  return new OrdenaError('INTERNAL', 'Something went wrong on our side; the log of that agent says what.', { cause });
};
