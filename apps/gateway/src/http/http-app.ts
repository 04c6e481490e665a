import { readFileSync } from 'node:fs';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { runWithTrace, TRACE_HEADER } from '#nats/trace';
import type { Metrics } from '../health/metrics.js';
import type { Door } from '../who/door.js';
import { answersOnce, type Once } from './once.js';
import { asTableError } from './problem.js';
import { sendProblem } from './problem.filter.js';

/** A write of a text file is the largest thing anybody sends. */
const BODY_BYTES = 1024 * 1024;
/** A whole request must arrive within this, or a slow sender would hold a connection for ever. */
const REQUEST_MS = 30_000;

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

interface HttpOptions {
  readonly door: Door;
  readonly metrics: Metrics;
  readonly once: Once;
  readonly tls: { certFile: string; keyFile: string } | undefined;
}

/** Fastify with our door before every route, JSON as the only language, and our headers on every answer. */
export const httpAdapter = ({ door, metrics, once, tls }: HttpOptions): FastifyAdapter => {
  const https = tls && { cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) };
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    ...(https && { https }),
  });
  const instance = adapter.getInstance() as unknown as FastifyInstance;
  instance.addHook('onRequest', traced);
  instance.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply) => letIn(door, request, reply));
  instance.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) =>
    metrics.observe(
      'ordena_http_seconds',
      { method, route: routeOptions.url ?? 'unknown', status: statusCode },
      elapsedTime / 1000,
    ),
  );
  answersOnce(instance, once);
  onlyJson(instance);
  return adapter;
};

const traced = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
  const parent = request.headers[TRACE_HEADER];
  void reply.headers(HEADERS);
  runWithTrace(typeof parent === 'string' ? parent : undefined, done);
};

const letIn = async (door: Door, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | void> => {
  try {
    await door.check(request);
  } catch (error) {
    sendProblem(request, reply, asTableError(error));
    return reply;
  }
};

/** Forms and plain text can be posted by any web page without asking; JSON cannot. */
const onlyJson = (instance: FastifyInstance): void => {
  instance.removeAllContentTypeParsers();
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body as string, done);
  });
};
