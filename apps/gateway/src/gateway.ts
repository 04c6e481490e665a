import { NestFactory, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { OrdenaError } from '#contracts/errors';
import { GATEWAY_PREFIX, inboxOf, SERVICE } from '#contracts/subjects';
import { BusClient } from '#nats/bus-client';
import { connectBus } from '#nats/connection';
import { MachineDirectory } from '#nats/machine-directory';
import { NatsServiceStrategy } from '#nats/service.strategy';
import { AppModule, type Parts } from './app.module.js';
import { TalkStore } from './chat/talk-store.js';
import { OPENAPI, type OpenApiHolder } from './docs/docs.controller.js';
import { openApiOf } from './docs/openapi.js';
import type { GatewayEnv } from './env.js';
import { Metrics } from './health/metrics.js';
import { httpAdapter } from './http/http-app.js';
import { ProblemFilter } from './http/problem.filter.js';
import { dtoPipe } from './http/validation.js';
import { JsonLog } from './log.js';
import { RunEvents } from './runs/run-events.js';
import { RunStore } from './runs/run-store.js';
import { VERSION } from './version.js';
import { Door } from './who/door.js';
import { NeedsGuard } from './who/needs.guard.js';
import { newSecret } from './who/secret.js';
import { neighbourhoodOf } from './who/where-from.js';

export interface Gateway {
  /** With the token: what is printed, once. */
  readonly url: string;
  readonly base: string;
  readonly token: string;
  close(): Promise<void>;
}

/** Connects, opens the stores, listens on HTTP and on the bus; resolves when both answer. */
export const startGateway = async (env: GatewayEnv): Promise<Gateway> => {
  const token = env.token ?? newSecret();
  const nc = await connectBus({
    servers: env.natsUrl,
    name: SERVICE.gateway,
    credsFile: env.natsCreds,
    inboxPrefix: inboxOf(SERVICE.gateway),
  });
  const directory = new MachineDirectory(new BusClient(nc));
  const [runs, talks] = await Promise.all([RunStore.open(nc), TalkStore.open(nc)]);
  const parts = { env, nc, directory, runs, talks, door: doorFor(env, token), metrics: new Metrics() };
  const app = await build(parts);
  directory.start();
  const base = await listen(app, env);
  return { base, token, url: `${base}/?token=${token}`, close: () => close(app, directory) };
};

const doorFor = (env: GatewayEnv, token: string): Door =>
  new Door({
    token,
    neighbourhood: neighbourhoodOf(env),
    ratePerMinute: env.ratePerMinute,
    secure: env.tls !== undefined,
    findKey: () => undefined,
  });

const build = async (parts: Parts): Promise<NestFastifyApplication> => {
  const { env, nc, door, metrics } = parts;
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.from(parts),
    httpAdapter({ door, metrics, tls: env.tls }),
    {
      logger: new JsonLog(env.logLevel),
      bodyParser: false,
    },
  );
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(dtoPipe());
  app.useGlobalGuards(new NeedsGuard(app.get(Reflector)));
  app.connectMicroservice({
    strategy: new NatsServiceStrategy({ nc, name: SERVICE.gateway, version: VERSION, prefix: GATEWAY_PREFIX }),
  });
  await app.startAllMicroservices();
  await app.init();
  app.get<OpenApiHolder>(OPENAPI).document = openApiOf(app);
  return app;
};

/** The port asked for, or any free one when it is taken: a second start is never a crash. */
const listen = async (app: NestFastifyApplication, env: GatewayEnv): Promise<string> => {
  try {
    await app.listen(env.port, env.host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw notListening(error, env);
    await app.listen(0, env.host);
  }
  const { port } = app.getHttpServer().address() as { port: number };
  const host = env.host.includes(':') ? `[${env.host}]` : env.host;
  return env.publicUrl?.replace(/\/$/, '') ?? `${env.tls === undefined ? 'http' : 'https'}://${host}:${port}`;
};

const notListening = (cause: unknown, { host, port }: GatewayEnv): OrdenaError =>
  new OrdenaError('BAD_CONFIG', `Cannot listen on ${host}:${port}. Choose another PORT.`, { cause });

/** HTTP first, while the bus still answers what requests in flight need; then the bus. */
const close = async (app: NestFastifyApplication, directory: MachineDirectory): Promise<void> => {
  app.get(RunEvents).closeStreams();
  directory.stop();
  await app.close();
};
