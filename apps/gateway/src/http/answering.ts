import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { COME_BACK_MS, type Cancelling } from '../runs/cancelling.js';
import type { GoingOn } from '../runs/going-on.js';
import { newId } from '../runs/new-id.js';
import type { Opened } from '../runs/opened.js';
import type { RunEvents } from '../runs/run-events.js';
import { isLast, type Heard, type Line } from '../runs/run-line.js';
import type { RunStore } from '../runs/run-store.js';
import type { Run } from '../runs/run.js';
import type { Visit } from './visit.js';

/** Longer than a run at work is quiet, with room for a busy machine. */
const QUIET_MS = 8000;
/** Of a run that nobody works on only what was told is told again. */
const SETTLED_MS = 500;
interface Reading {
  readonly runId: string;
  readonly since: number;
  readonly after: number;
  readonly quietMs: number;
  /** Whoever asked for the run, and not somebody who looks on: when they go, it goes. */
  readonly isAsker: boolean;
  /** By this name whoever reads on tells its own line from that of the next one. */
  readonly reader?: string;
}

export interface AnsweringParts {
  readonly runs: RunStore;
  readonly events: RunEvents;
  readonly goingOn: GoingOn;
  readonly cancelling: Cancelling;
}

/** Answers a visit with one JSON body, or, for `Accept: text/event-stream`, with everything that happens on the way. */
export class Answering {
  constructor(private readonly parts: AnsweringParts) {}

  /** The body to send: an object, or a stream of events. */
  async answer(visit: Visit, opened: Opened): Promise<unknown> {
    const working = this.parts.goingOn.work({ ...opened, language: visit.language }, opened.answer);
    if (!wantsStream(visit.request)) return working;
    working.catch(() => undefined); // told in the stream
    const { runId, since } = opened;
    return this.stream(visit, { runId, since, after: 0, quietMs: QUIET_MS, isAsker: true });
  }

  /** Server-sent events of one run from `Last-Event-ID` on; ends when the run does. One that is none of ours counts as none. */
  async follow(visit: Visit, run: Run): Promise<Readable> {
    const lastId = visit.request.headers['last-event-id'];
    const { runId, since, state } = run;
    const reader = lastId === undefined ? undefined : newId();
    await this.parts.runs.comeBack(run);
    const now = await this.parts.events.followed(runId, reader);
    const quietMs = state === 'deciding' || state === 'open' ? QUIET_MS : SETTLED_MS;
    return this.stream(visit, {
      runId,
      since,
      after: lineIn(lastId, now),
      quietMs,
      isAsker: lastId !== undefined,
      reader,
    });
  }

  private async stream({ reply }: Visit, reading: Reading): Promise<Readable> {
    const { runId, since, after } = reading;
    const body = new Readable({ read: () => undefined });
    const reader = new Reader(body, () => void this.parts.goingOn.takeUp(runId), reading);
    const onHeard = (heard: Heard): void => reader.hear(heard);
    const stop = await this.parts.events.follow(runId, { since, after, onHeard });
    body.once('close', () => {
      if (reader.leavingCounts) return void this.leave(runId, reader, stop).catch(() => undefined); // not stored: nothing to drop
      reader.end();
      stop();
    });
    void reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no');
    return body;
  }

  /** Whoever asked closed the stream: nothing more begins until they are back, and if they are not, it is dropped. */
  private async leave(runId: string, reader: Reader, stop: () => void): Promise<void> {
    const { runs, cancelling } = this.parts;
    const gone = reader.whenGone(COME_BACK_MS).finally(stop);
    await runs.leave(runId);
    if (await gone) await runs.comeBack(await runs.find(runId));
    else await cancelling.abandon(runId);
  }
}

/** One open stream: passes lines on, and notices when nothing is heard any more. */
class Reader {
  private hasLastWord = false;
  private hasSuccessor = false;
  private timer: NodeJS.Timeout;
  private gone: ((isBack: boolean) => void) | undefined;

  constructor(
    private readonly body: Readable,
    private readonly onQuiet: () => void,
    private readonly reading: Reading,
  ) {
    this.wait();
  }

  /** Whether the run depends on this reader: it is not over, and nobody who asked reads on elsewhere. */
  get leavingCounts(): boolean {
    return this.reading.isAsker && !this.hasLastWord && !this.hasSuccessor;
  }

  hear({ line, internal }: Heard): void {
    if (line.event === 'followed') this.hearFollowed(line);
    if (this.gone !== undefined) return this.hearGone(line);
    if (this.hasLastWord) return;
    this.wait();
    this.body.push(internal ? ': still here\n\n' : format(line));
    if (!isLast(line)) return;
    this.hasLastWord = true;
    this.end();
    this.body.push(null);
  }

  end(): void {
    clearInterval(this.timer);
  }

  /** Nobody reads here any more: answers whether somebody does elsewhere within `ms`, or nobody needs to. */
  whenGone(ms: number): Promise<boolean> {
    clearInterval(this.timer);
    return new Promise((isBack) => {
      this.gone = isBack;
      this.timer = setTimeout(() => isBack(false), ms).unref();
    });
  }

  /** Where this process ends it is left to the gate and to other gateways: what is stored says when they left. */
  private hearGone(line: Line): void {
    if (line.event === 'bye' || (line.event !== 'followed' && !isLast(line))) return;
    clearInterval(this.timer);
    this.gone?.(true);
  }

  /** A line that broke may be taken up before its end is noticed here. */
  private hearFollowed({ data }: Line): void {
    const { reader } = data as { reader?: string };
    if (reader !== undefined) this.hasSuccessor = reader !== this.reading.reader;
  }

  /** Again after each silence: whoever was asked to end the run may not have been the one. */
  private wait(): void {
    clearInterval(this.timer);
    this.timer = setInterval(this.onQuiet, this.reading.quietMs).unref();
  }
}

const wantsStream = (request: FastifyRequest): boolean => (request.headers.accept ?? '').includes('text/event-stream');

const format = ({ id, event, data }: Line): string => `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** What was never the number of a line is nobody's last one: then everything is told, rather than nothing. */
const lineIn = (lastId: string | string[] | undefined, now: number): number => {
  const line = Number(lastId ?? 0);
  return Number.isInteger(line) && line < now ? line : 0;
};
