import { readFileSync } from 'node:fs';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from '../health/metrics.js';
import type { Door } from '../who/door.js';
import { letIn, traced, unrouted } from './entrance.js';
import { BODY_BYTES, REQUEST_MS } from './limits.js';
import { answersWrongMethods, Methods } from './methods.js';
import { answersOnce, type Once } from './once.js';

interface HttpOptions {
  readonly door: Door;
  readonly metrics: Metrics;
  readonly once: Once;
  readonly tls: { certFile: string; keyFile: string } | undefined;
}

/** Fastify with our door before every route, JSON as the only language, and our headers on every answer. */
export const httpAdapter = ({ door, metrics, once, tls }: HttpOptions): FastifyAdapter => {
  const https = tls && { cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) };
  const methods = new Methods();
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    ...unrouted(door, methods),
    ...(https && { https }),
  });
  const instance = adapter.getInstance() as unknown as FastifyInstance;
  instance.addHook('onRequest', traced);
  instance.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply) => letIn(door, request, reply));
  answersWrongMethods(instance, methods);
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

/** Forms and plain text can be posted by any web page without asking; JSON cannot. */
const onlyJson = (instance: FastifyInstance): void => {
  instance.removeAllContentTypeParsers();
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body as string, done);
  });
};
