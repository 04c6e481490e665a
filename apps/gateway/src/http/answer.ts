import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RunEvents, Line } from '../runs/run-events.js';
import { languageOf } from './language.js';
import { asTableError, problemOf } from './problem.js';

/** So that proxies and browsers do not take a quiet stream for a dead one. */
const HEARTBEAT_MS = 15_000;

export const wantsStream = (request: FastifyRequest): boolean =>
  (request.headers.accept ?? '').includes('text/event-stream');

export interface Work {
  readonly runId: string;
  readonly conversationId?: string;
  readonly answer: () => Promise<unknown>;
}

/** Answers with one JSON body, or, for `Accept: text/event-stream`, with everything that happens on the way. */
export const answerWith = async (
  http: { request: FastifyRequest; reply: FastifyReply },
  events: RunEvents,
  work: Work,
): Promise<void> => {
  events.open(work.runId);
  if (!wantsStream(http.request)) {
    const body = await work.answer().finally(() => events.end(work.runId, 'end', {}));
    await http.reply.code(200).send(body);
    return;
  }
  events.add(work.runId, 'run', { runId: work.runId, conversationId: work.conversationId });
  const language = languageOf(http.request);
  work.answer().then(
    (body) => events.end(work.runId, 'reply', body),
    (error: unknown) => events.end(work.runId, 'error', problemOf(asTableError(error), language)),
  );
  sendStream(http, events, work.runId);
};

/** Server-sent events of one run from `Last-Event-ID` on; ends when the run does. */
export const sendStream = (
  http: { request: FastifyRequest; reply: FastifyReply },
  events: RunEvents,
  runId: string,
): void => {
  const stream = new Readable({ read: () => undefined });
  const lastId = Number(http.request.headers['last-event-id'] ?? 0) || 0;
  const finish = (): void => void stream.push(null);
  const stop = events.listen(runId, lastId, (line) => {
    stream.push(format(line));
    if (LAST.has(line.event)) finish();
  });
  const heartbeat = setInterval(() => stream.push(': still here\n\n'), HEARTBEAT_MS);
  stream.once('close', () => {
    clearInterval(heartbeat);
    stop();
  });
  void http.reply.code(200).type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').send(stream);
};

const LAST = new Set(['reply', 'error', 'end', 'bye']);

const format = ({ id, event, data }: Line): string => `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
