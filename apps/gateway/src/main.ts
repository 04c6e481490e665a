/**
 * The gateway: HTTP in, HTTP out; who may, and the only one that says yes to a plan.
 *
 * In:      people's browsers and programs (REST, SSE, the page), the planner's question `ordena.gateway.commit`.
 * Out:     `ordena.planner.*` (words), `ordena.agent.<machine>.*` (operations, and as the only one `commit`).
 * Keeps:   runs, pending approvals and talks in JetStream (expendable), API keys (hashed) in ORDENA_STATE.
 * Touches: no file of anybody. A path, a name or a content is text passing through.
 *
 * env.ts settings · gateway.ts start and stop · who/ who may · http/ errors, headers, streams · chat/ runs/ plans/
 * machines/ sketch/ the doors · health/ docs/ page/ for those who look after it.
 */
import 'reflect-metadata';
import { OrdenaError } from '#contracts/errors';
import { readEnv } from './env.js';
import { startGateway, type Gateway } from './gateway.js';

const run = async (): Promise<void> => {
  const gateway = await startGateway(readEnv());
  process.stdout.write(`${JSON.stringify({ ready: true, url: gateway.url })}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(gateway));
};

const stop = async (gateway: Gateway): Promise<void> => {
  await gateway.close();
  process.exit(0);
};

/** A setting that cannot work is a sentence, not a stack. */
const tell = (error: unknown): void => {
  const text =
    error instanceof OrdenaError ? `${error.code}: ${error.message}` : String((error as Error).stack ?? error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
};

run().catch(tell);
