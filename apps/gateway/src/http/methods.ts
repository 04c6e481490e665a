import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OrdenaError } from '#contracts/errors';
import { pathOf } from '../who/door.js';
import { sendProblem } from './problem.filter.js';

interface Route {
  readonly at: RegExp;
  readonly method: string;
}

/** Which methods each address takes, learnt from the routes as they are registered. */
export class Methods {
  private readonly routes: Route[] = [];

  learn(url: string, method: string | string[]): void {
    const at = new RegExp(`^${url.replace(/\/$/, '').replace(/:\w+/g, '[^/]+')}/?$`);
    for (const one of [method].flat()) this.routes.push({ at, method: one });
  }

  /** What to say to a request that no route takes: its method is wrong, or (undefined) its address. */
  refusal(path: string): OrdenaError | undefined {
    const allowed = [...new Set(this.routes.filter(({ at }) => at.test(path)).map(({ method }) => method))];
    if (allowed.length === 0) return undefined;
    return new OrdenaError('WRONG_METHOD', `That address takes ${allowed.join(', ')} and nothing else.`, {
      details: { allowed },
    });
  }
}

/** A known address with another method is answered for all doors here. */
export const answersWrongMethods = (instance: FastifyInstance, methods: Methods): void => {
  instance.addHook('onRoute', ({ url, method }) => methods.learn(url, method));
  instance.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const refusal = request.is404 ? methods.refusal(pathOf(request)) : undefined;
    if (refusal === undefined) return;
    sendProblem(request, reply, refusal);
    return reply;
  });
};
