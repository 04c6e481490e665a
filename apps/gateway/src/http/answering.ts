import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { Cancelling } from '../runs/cancelling.js';
import type { GoingOn } from '../runs/going-on.js';
import type { Opened } from '../runs/opened.js';
import type { RunEvents } from '../runs/run-events.js';
import { isLast, type Heard, type Line } from '../runs/run-line.js';
import type { Run } from '../runs/run.js';
import type { Visit } from './visit.js';

/** Longer than a run at work is quiet, with room for a busy machine. */
const QUIET_MS = 8000;
/** Of a run that nobody works on only what was told is told again. */
const SETTLED_MS = 500;
/** How long a reader that went away may take to come back. */
const COME_BACK_MS = 5000;

interface Reading {
  readonly runId: string;
  readonly since: number;
  readonly after: number;
  readonly quietMs: number;
  /** Whoever asked for the run, and not somebody who looks on: when they go, it goes. */
  readonly isAsker: boolean;
}

/** Answers a visit with one JSON body, or, for `Accept: text/event-stream`, with everything that happens on the way. */
export class Answering {
  constructor(
    private readonly events: RunEvents,
    private readonly goingOn: GoingOn,
    private readonly cancelling: Cancelling,
  ) {}

  /** The body to send: an object, or a stream of events. */
  async answer(visit: Visit, opened: Opened): Promise<unknown> {
    const working = this.goingOn.work({ ...opened, language: visit.language }, opened.answer);
    if (!wantsStream(visit.request)) return working;
    working.catch(() => undefined); // told in the stream
    const { runId, since } = opened;
    return this.stream(visit, { runId, since, after: 0, quietMs: QUIET_MS, isAsker: true });
  }

  /** Server-sent events of one run from `Last-Event-ID` on; ends when the run does. */
  async follow(visit: Visit, run: Run): Promise<Readable> {
    const lastId = visit.request.headers['last-event-id'];
    const { runId, since, state } = run;
    this.events.tell(runId, { event: 'followed', data: {} });
    const quietMs = state === 'deciding' || state === 'open' ? QUIET_MS : SETTLED_MS;
    return this.stream(visit, { runId, since, after: Number(lastId) || 0, quietMs, isAsker: lastId !== undefined });
  }

  private async stream({ reply }: Visit, reading: Reading): Promise<Readable> {
    const { runId, since, after } = reading;
    const body = new Readable({ read: () => undefined });
    const reader = new Reader(body, () => void this.goingOn.takeUp(runId), reading.quietMs);
    const onHeard = (heard: Heard): void => reader.hear(heard);
    const stop = await this.events.follow(runId, { since, after, onHeard });
    body.once('close', () => {
      if (reader.hasLastWord || !reading.isAsker) {
        reader.end();
        return stop();
      }
      reader.whenGone(COME_BACK_MS, (cameBack) => {
        stop();
        if (!cameBack) void this.cancelling.abandon(runId).catch(() => undefined);
      });
    });
    void reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no');
    return body;
  }
}

/** One open stream: passes lines on, and notices when nothing is heard any more. */
class Reader {
  hasLastWord = false;
  private timer: NodeJS.Timeout;
  private gone: ((cameBack: boolean) => void) | undefined;

  constructor(
    private readonly body: Readable,
    private readonly onQuiet: () => void,
    private readonly quietMs: number,
  ) {
    this.wait();
  }

  hear({ line, internal }: Heard): void {
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

  /** Nobody reads here any more: whether somebody does elsewhere is heard within `ms`. */
  whenGone(ms: number, gone: (cameBack: boolean) => void): void {
    clearInterval(this.timer);
    this.gone = gone;
    this.timer = setTimeout(() => gone(false), ms).unref();
  }

  private hearGone(line: Line): void {
    if (line.event !== 'followed' && !isLast(line)) return;
    clearInterval(this.timer);
    this.gone?.(true);
  }

  /** Again after each silence: whoever was asked to end the run may not have been the one. */
  private wait(): void {
    clearInterval(this.timer);
    this.timer = setInterval(this.onQuiet, this.quietMs).unref();
  }
}

const wantsStream = (request: FastifyRequest): boolean => (request.headers.accept ?? '').includes('text/event-stream');

const format = ({ id, event, data }: Line): string => `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
