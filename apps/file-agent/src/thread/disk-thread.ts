import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { OperationName } from '#contracts/catalog';
import { OrdenaError, type ErrorBody } from '#contracts/errors';
import type { DiskSettings, FromDisk, News, ToDisk } from './messages.js';

/** What a walk makes is garbage a page later: a small nursery keeps the thread small and costs it little time. */
const YOUNG_MB = 8;

interface Waiting {
  resolve(reply: unknown): void;
  reject(error: unknown): void;
}

/**
 * The main thread's hold on the disk thread. It starts with the first question, so that an idle agent stays small, and
 * starts again with the next one should it ever die: the journal makes that safe.
 */
export class DiskThread {
  private worker?: Worker;
  private ready?: Promise<void>;
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();

  constructor(
    private readonly settings: DiskSettings,
    private readonly onNews: (news: News) => void,
  ) {}

  /** Starts the thread, which first finishes what a crash left open. Throws what makes the disk unfit to work on. */
  start(): Promise<void> {
    this.ready ??= this.launch();
    return this.ready;
  }

  async ask(operation: OperationName, request: unknown): Promise<unknown> {
    await this.start();
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.tell({ kind: 'ask', id, operation, request });
    });
  }

  /** Lets a running commit come to a safe stop, closes the journal, ends the thread. */
  async stop(): Promise<void> {
    const worker = this.worker;
    if (!worker) return;
    const gone = once(worker, 'exit');
    this.tell({ kind: 'stop' });
    await gone;
  }

  private async launch(): Promise<void> {
    const worker = new Worker(new URL('./disk-worker.js', import.meta.url), {
      workerData: this.settings,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.worker = worker;
    await new Promise<void>((fit, unfit) => {
      worker.on('message', (message: FromDisk) => this.hear(message, { fit, unfit }));
      worker.once('error', (cause) => this.lose(cause, unfit));
      worker.once('exit', () => this.lose(undefined, unfit));
    });
  }

  private tell(message: ToDisk): void {
    this.worker?.postMessage(message);
  }

  private hear(message: FromDisk, start: { fit(): void; unfit(error: unknown): void }): void {
    if (message.kind === 'ready') start.fit();
    else if (message.kind === 'unfit') start.unfit(OrdenaError.fromBody(message.error));
    else if (message.kind === 'news') this.onNews(message.news);
    else this.settle(message);
  }

  private settle(message: Extract<FromDisk, { id: number }>): void {
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.kind === 'reply') waiting?.resolve(message.reply);
    else waiting?.reject(errorFrom(message.error, message.stack));
  }

  private lose(cause: unknown, unfit: (error: unknown) => void): void {
    this.worker = undefined;
    this.ready = undefined;
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
