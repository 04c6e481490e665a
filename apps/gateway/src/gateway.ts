import type { Server } from 'node:http';
import { NestFactory, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { NatsConnection } from '@nats-io/transport-node';
import { OrdenaError } from '#contracts/errors';
import { GATEWAY_PREFIX, inboxOf, SERVICE } from '#contracts/subjects';
import { connectBus } from '#nats/connection';
import { NatsServiceStrategy } from '#nats/service.strategy';
import { AppModule } from './app.module.js';
import { OPENAPI, type OpenApiHolder } from './docs/docs.controller.js';
import { openApiOf } from './docs/openapi.js';
import { type Desk, openDesk } from './enrolment/desk.js';
import type { GatewayEnv } from './env.js';
import { httpAdapter } from './http/http-app.js';
import { ProblemFilter } from './http/problem.filter.js';
import { dtoPipe } from './http/validation.js';
import { JsonLog } from './log.js';
import { VERSION } from '#contracts/version';
import { NeedsGuard } from './who/needs.guard.js';
import { refuseOpenHouse } from './who/open-house.js';
import { newSecret } from './who/secret.js';
import { wire, type Wired } from './wiring.js';

export interface Gateway {
  /** With the token: what is printed, once. */
  readonly url: string;
  readonly base: string;
  readonly token: string;
  close(): Promise<void>;
  /** Resolves when the bus will not have it any more. */
  readonly lost: Promise<unknown>;
}

/** Connects, opens the stores, listens on HTTP and on the bus; resolves when both answer. */
export const startGateway = async (env: GatewayEnv): Promise<Gateway> => {
  const token = env.token ?? newSecret();
  refuseOpenHouse(env);
  const nc = await connectBus({
    servers: env.natsUrl,
    name: SERVICE.gateway,
    credsFile: env.natsCreds,
    inboxPrefix: inboxOf(SERVICE.gateway),
  });
  const wired = await wire(env, nc, token);
  const app = await build(env, nc, wired);
  wired.directory.start();
  const desk = await openDesk(env, wired.enrolments);
  const base = await listen(app, env);
  const url = `${base}/?token=${token}`;
  return { base, token, url, close: () => close(app, { wired, desk }), lost: nc.closed() };
};

const build = async (env: GatewayEnv, nc: NatsConnection, wired: Wired): Promise<NestFastifyApplication> => {
  const adapter = httpAdapter({ door: wired.door, metrics: wired.metrics, once: wired.once, tls: env.tls });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.from(wired), adapter, {
    logger: new JsonLog(env.logLevel),
    bodyParser: false,
  });
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

/** A connection that becomes idle while we close would be kept alive for a minute. */
const IDLE_SWEEP_MS = 50;

/** HTTP first, while the bus still answers what requests in flight need; then the bus. */
const close = async (app: NestFastifyApplication, { wired, desk }: { wired: Wired; desk?: Desk }): Promise<void> => {
  await desk?.close();
  wired.events.closeStreams();
  wired.directory.stop();
  const server = app.getHttpServer() as Server;
  const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS);
  await app.close().finally(() => clearInterval(sweep));
};
