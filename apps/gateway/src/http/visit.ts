import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '#contracts/chat';
import { callerOf, type Caller } from '../who/caller.js';
import { languageOf } from './language.js';

/** One request at the door: who, in which language, and the two sides of the connection. */
export interface Visit {
  readonly caller: Caller;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The visit, as a parameter of a controller's method. */
export const AVisit = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  return { request, reply: http.getResponse<FastifyReply>(), caller: callerOf(request), language: languageOf(request) };
});
