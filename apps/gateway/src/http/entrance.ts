import { maxHeaderSize, STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { OrdenaError } from '#contracts/errors';
import { runWithTrace, TRACE_HEADER } from '#nats/trace';
import type { Door } from '../who/door.js';
import { asTableError, problemOf } from './problem.js';
import { PROBLEM_TYPE, sendProblem } from './problem.filter.js';

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; " +
    "form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Our headers on every answer, and a trace around all that comes of the request. */
export const traced = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
  const parent = request.headers[TRACE_HEADER];
  void reply.headers(HEADERS);
  runWithTrace(typeof parent === 'string' ? parent : undefined, done);
};

/** The answer, when the door lets nobody in. */
export const letIn = async (door: Door, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | void> => {
  try {
    await door.check(request);
  } catch (error) {
    sendProblem(request, reply, asTableError(error));
    return reply;
  }
};

type Unrouted = Pick<FastifyServerOptions, 'frameworkErrors' | 'clientErrorHandler'>;

/** What never reaches a route, and so none of the hooks: an address that is none, and bytes that are no request. */
export const unrouted = (door: Door): Unrouted => ({
  frameworkErrors: (error, request, reply) =>
    traced(request, reply, () => void refuse(door, { error, request, reply })),
  clientErrorHandler: (error, socket) => {
    if (!socket.writable) return;
    const { status, ...problem } = problemOf(notHttp(error.code), 'en');
    const body = JSON.stringify({ ...problem, status });
    const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, `Content-Type: ${PROBLEM_TYPE}`, 'Connection: close'];
    socket.end([...head, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n'));
  },
});

interface Refusal {
  readonly error: FastifyError;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const refuse = async (door: Door, { error, request, reply }: Refusal): Promise<void> => {
  const refused = await letIn(door, request, reply);
  if (refused === undefined) sendProblem(request, reply, asTableError(error));
};

const notHttp = (code: string): OrdenaError => {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new OrdenaError('BODY_SIZE', 'The headers of that request are too long.', {
      details: { limit: maxHeaderSize },
    });
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new OrdenaError('BAD_REQUEST', 'The request did not arrive in time; nothing was done.');
  return new OrdenaError('BAD_REQUEST', 'That is not a request of HTTP.');
};
