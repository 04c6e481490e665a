import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OrdenaError } from '#contracts/errors';
import { pathOf } from '../who/door.js';
import { sendProblem } from './problem.filter.js';

interface Route {
  readonly at: RegExp;
  /** Parts that stand for anything: an address of its own counts more than one that only happens to fit. */
  readonly holes: number;
  readonly method: string;
}

/** Which methods each address takes, learnt from the routes as they are registered. */
export class Methods {
  private readonly routes: Route[] = [];

  learn(url: string, method: string | string[]): void {
    const at = new RegExp(`^${url.replace(/\/$/, '').replace(/:\w+/g, '[^/]+')}/?$`);
    const holes = url.split(':').length - 1;
    for (const one of [method].flat()) this.routes.push({ at, holes, method: one });
  }

  /** What to say to a method that an address does not take; undefined for one that it takes, and for no address at all. */
  refusal(path: string, asked?: string): OrdenaError | undefined {
    const fitting = this.routes.filter(({ at }) => at.test(path));
    const fewest = Math.min(...fitting.map(({ holes }) => holes));
    const allowed = [...new Set(fitting.filter(({ holes }) => holes === fewest).map(({ method }) => method))];
    if (allowed.length === 0 || (asked !== undefined && allowed.includes(asked))) return undefined;
    return new OrdenaError('WRONG_METHOD', `That address takes ${allowed.join(', ')} and nothing else.`, {
      details: { allowed },
    });
  }
}

/** A known address with another method is answered for all doors here; `DELETE …/enrolments` shuts no PC of that name out. */
export const answersWrongMethods = (instance: FastifyInstance, methods: Methods): void => {
  instance.addHook('onRoute', ({ url, method }) => methods.learn(url, method));
  instance.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const isExact = !request.is404 && request.routeOptions.url?.includes(':') === false;
    const refusal = isExact ? undefined : methods.refusal(pathOf(request), request.method);
    if (refusal === undefined) return;
    sendProblem(request, reply, refusal);
    return reply;
  });
};
