import { RunEventSchema, type AgentEvent } from '#contracts/chat';
import { runSubject } from '#contracts/subjects';
import type { BusClient } from '#nats/bus-client';

/** One line of a stream: `id` counts from 1 within a run, so that a reader who lost the line can go on from there. */
export interface Line {
  readonly id: number;
  readonly event: string;
  readonly data: unknown;
}

type Listener = (line: Line) => void;

interface RunLog {
  readonly lines: Line[];
  readonly listeners: Set<Listener>;
  ended: boolean;
  cancelled: boolean;
  stop: () => void;
  abandoned?: NodeJS.Timeout;
}

/** How long an ended run can still be re-read, and how long a reader that went away may take to come back. */
const KEEP_MS = 5 * 60_000;
const COME_BACK_MS = 5_000;
const MAX_LINES = 5_000;

/** What happens in a run while somebody watches: the planner's steps, our progress, the last word. */
export class RunEvents {
  private readonly logs = new Map<string, RunLog>();

  constructor(
    private readonly bus: BusClient,
    private readonly comeBackMs = COME_BACK_MS,
  ) {}

  open(runId: string): void {
    const log: RunLog = { lines: [], listeners: new Set(), ended: false, cancelled: false, stop: () => undefined };
    this.logs.set(runId, log);
    log.stop = this.bus.subscribe(runSubject(runId), (body) => {
      const event = RunEventSchema.safeParse(body);
      if (event.success) this.add(runId, event.data.kind, event.data);
    });
  }

  has(runId: string): boolean {
    return this.logs.has(runId);
  }

  isCancelled(runId: string): boolean {
    return this.logs.get(runId)?.cancelled ?? false;
  }

  add(runId: string, event: string, data: unknown): void {
    const log = this.logs.get(runId);
    if (log === undefined || log.ended || log.lines.length >= MAX_LINES) return;
    const line = { id: log.lines.length + 1, event, data };
    log.lines.push(line);
    log.listeners.forEach((listener) => listener(line));
  }

  progressOf(runId: string): (event: AgentEvent) => void {
    return (event) => this.add(runId, 'progress', event);
  }

  /** The last word of a run; after it nothing is added. */
  end(runId: string, event: string, data: unknown): void {
    const log = this.logs.get(runId);
    if (log === undefined || log.ended) return;
    this.add(runId, event, data);
    log.ended = true;
    log.stop();
    clearTimeout(log.abandoned);
    setTimeout(() => this.logs.delete(runId), KEEP_MS).unref();
  }

  cancel(runId: string): void {
    const log = this.logs.get(runId);
    if (log !== undefined && !log.ended) log.cancelled = true;
  }

  /** Replays everything after `lastId`, then follows. Returns what ends the listening. */
  listen(runId: string, lastId: number, listener: Listener): () => void {
    const log = this.logs.get(runId);
    if (log === undefined) return () => undefined;
    clearTimeout(log.abandoned);
    log.lines.filter((line) => line.id > lastId).forEach(listener);
    log.listeners.add(listener);
    return () => this.leave(runId, log, listener);
  }

  /** Readers that are listening now. */
  streams(): number {
    return [...this.logs.values()].reduce((sum, log) => sum + log.listeners.size, 0);
  }

  /** At the end of this process: readers reconnect, to the next one. */
  closeStreams(): void {
    for (const log of this.logs.values()) {
      log.stop();
      clearTimeout(log.abandoned);
      log.listeners.forEach((listener) => listener({ id: log.lines.length, event: 'bye', data: {} }));
    }
  }

  /** Nobody watches a stream any more: whoever asked closed it, unless they come back soon. */
  private leave(runId: string, log: RunLog, listener: Listener): void {
    log.listeners.delete(listener);
    if (log.listeners.size > 0 || log.ended) return;
    log.abandoned = setTimeout(() => this.cancel(runId), this.comeBackMs);
    log.abandoned.unref();
  }
}
