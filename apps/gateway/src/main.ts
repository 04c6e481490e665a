/**
 * The gateway: HTTP in, HTTP out; who may, and the only one that says yes to a plan.
 *
 * In:      people's browsers and programs (REST, SSE, the page), the planner's question `ordena.gateway.commit`.
 * Out:     `ordena.planner.*` (words), `ordena.agent.<machine>.*` (operations, and as the only one `commit`).
 * Keeps:   runs, pending approvals, talks and API keys (hashed) in JetStream: expendable, and shared by all gateways.
 * Touches: no file of anybody. A path, a name or a content is text passing through.
 *
 * env.ts settings · gateway.ts start and stop · who/ who may · http/ errors, headers, streams · chat/ runs/ plans/
 * machines/ sketch/ the doors · health/ docs/ page/ for those who look after it.
 */
import 'reflect-metadata';
import { runProcess } from '#nats/run-process';
import { readEnv } from './env.js';
import { startGateway } from './gateway.js';

runProcess(async () => {
  const gateway = await startGateway(readEnv());
  return { ready: { ready: true, url: gateway.url }, close: () => gateway.close(), lost: gateway.lost };
});
