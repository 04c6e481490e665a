/**
 * The planner: words in, operations out.
 *
 * In:      `ordena.planner.chat` (a person's message), `.resume` (their decision) and `.note`, all from the gateway.
 * Out:     looks and plans to the agents; `ordena.gateway.commit` to ask for a yes; `ordena.run.<id>` as it goes.
 * Touches: a model over HTTP, or the embedded grammar in process; two KV buckets (conversations, runs on their way).
 * Never:   a disk, an approval, another app's code.
 *
 * loop/ prepare, ask, run tools, resolve · model/ the port, its two wires, the ladder · embedded/ the grammar that
 * answers when there is no model · tools/ what a model may call · memory/ what is kept.
 */
import 'reflect-metadata';
import { inboxOf, SERVICE } from '#contracts/subjects';
import { connectBus } from '#nats/connection';
import { runProcess } from '#nats/run-process';
import { embeddedFetch } from './embedded/embedded-fetch.js';
import { readEnv } from './env.js';
import { Ladder } from './model/ladder.js';
import { findLocalModel } from './model/local-servers.js';
import { startPlanner } from './start.js';

runProcess(async () => {
  const env = readEnv();
  const nc = await connectBus({
    servers: env.natsUrl,
    name: SERVICE.planner,
    credsFile: env.natsCreds,
    inboxPrefix: inboxOf('planner'),
  });
  const ladder = new Ladder({
    configured: env.provider,
    findLocal: async () => (env.probeLocalModels ? findLocalModel() : undefined),
    embeddedFetch,
    note: env.note,
  });
  const service = await startPlanner({ nc, ladder }, env.logLevel);
  const { info } = await ladder.best();
  return { ready: { ready: info }, close: () => service.close(), lost: nc.closed() };
});
