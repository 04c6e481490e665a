import { maxHeaderSize, STATUS_CODES } from 'node:http';
import type { ConnectionError, FastifyError, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { OrdenaError } from '#contracts/errors';
import { runWithTrace, TRACE_HEADER } from '#nats/trace';
import type { Door } from '../who/door.js';
import type { Methods } from './methods.js';
import { allowOf, asTableError, problemOf } from './problem.js';
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
export const unrouted = (door: Door, methods: Methods): Unrouted => ({
  frameworkErrors: (error, request, reply) =>
    traced(request, reply, () => void refuse(door, { error, request, reply })),
  clientErrorHandler: (error, socket) => {
    if (!socket.writable) return;
    socket.end(rawAnswer(strangeMethod(error, methods) ?? notHttp(error.code)));
  },
});

const rawAnswer = (error: OrdenaError): string => {
  const { status, ...problem } = problemOf(error, 'en');
  const body = JSON.stringify({ ...problem, status });
  const allow = allowOf(error);
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    'Connection: close',
    ...(allow === undefined ? [] : [`Allow: ${allow}`]),
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
};

/** Typed as its JSON form; it is the bytes. */
const headOf = (packet: unknown): string => (Buffer.isBuffer(packet) ? packet.toString('latin1') : '');

/** A method that the parser of this Node has never heard of, at an address that is known. */
const strangeMethod = ({ code, rawPacket }: ConnectionError, methods: Methods): OrdenaError | undefined => {
  if (code !== 'HPE_INVALID_METHOD') return undefined;
  const [, path] = /^[A-Z-]+ (\/[^ ?]*)\S* HTTP\/1\.1\r\n/.exec(headOf(rawPacket)) ?? [];
  return path === undefined ? undefined : methods.refusal(path);
};

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
