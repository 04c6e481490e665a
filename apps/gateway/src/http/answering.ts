import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { Line, RunEvents } from '../runs/run-events.js';
import { asTableError, problemOf } from './problem.js';
import type { Visit } from './visit.js';

/** So that proxies and browsers do not take a quiet stream for a dead one. */
const HEARTBEAT_MS = 15_000;

/** After these nothing comes. */
const LAST = new Set(['reply', 'error', 'bye']);

export interface Work {
  readonly runId: string;
  readonly conversationId?: string;
  readonly answer: () => Promise<unknown>;
}

/** Answers a visit with one JSON body, or, for `Accept: text/event-stream`, with everything that happens on the way. */
export class Answering {
  constructor(private readonly events: RunEvents) {}

  /** The body to send: an object, or a stream of events. */
  async answer(visit: Visit, work: Work): Promise<unknown> {
    return wantsStream(visit.request) ? this.streamed(visit, work) : work.answer();
  }

  /** Server-sent events of one run from `Last-Event-ID` on; ends when the run does. */
  follow({ request, reply }: Visit, runId: string): Readable {
    const stream = new Readable({ read: () => undefined });
    const lastId = Number(request.headers['last-event-id'] ?? 0) || 0;
    const stop = this.events.listen(runId, lastId, (line) => {
      stream.push(format(line));
      if (LAST.has(line.event)) stream.push(null);
    });
    const heartbeat = setInterval(() => stream.push(': still here\n\n'), HEARTBEAT_MS);
    stream.once('close', () => {
      clearInterval(heartbeat);
      stop();
    });
    void reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no');
    return stream;
  }

  private streamed(visit: Visit, work: Work): Readable {
    this.events.open(work.runId);
    this.events.add(work.runId, 'run', { runId: work.runId, conversationId: work.conversationId });
    work.answer().then(
      (body) => this.events.end(work.runId, 'reply', body),
      (error: unknown) => this.events.end(work.runId, 'error', problemOf(asTableError(error), visit.language)),
    );
    return this.follow(visit, work.runId);
  }
}

const wantsStream = (request: FastifyRequest): boolean => (request.headers.accept ?? '').includes('text/event-stream');

const format = ({ id, event, data }: Line): string => `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
