import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OrdenaError } from '#contracts/errors';
import { pathOf, SKETCH_PATHS } from '../who/door.js';
import { languageOf } from './language.js';
import { allowOf, asTableError, problemOf } from './problem.js';

const RETRY_SECONDS = 1;

/** The only place where an error becomes an HTTP answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const error = asTableError(thrown);
    if (error.code === 'INTERNAL')
      this.log.error({ path: pathOf(request), cause: String(error.cause) }, stackOf(error));
    sendProblem(request, http.getResponse<FastifyReply>(), error);
  }
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

export const sendProblem = (request: FastifyRequest, reply: FastifyReply, error: OrdenaError): void => {
  const problem = problemOf(error, languageOf(request));
  if (problem.retry) void reply.header('retry-after', String(error.details?.['seconds'] ?? RETRY_SECONDS));
  if (error.code === 'UNAUTHORIZED') void reply.header('www-authenticate', 'Bearer');
  const allow = allowOf(error);
  if (allow !== undefined) void reply.header('allow', allow);
  void reply.code(problem.status);
  if (SKETCH_PATHS.has(pathOf(request)))
    void reply.send({ type: 'error', content: problem.title, message: problem.title });
  else void reply.type(PROBLEM_TYPE).send(JSON.stringify(problem));
};

const stackOf = (error: OrdenaError): string | undefined =>
  error.cause instanceof Error ? error.cause.stack : error.stack;
