/**
 * The file agent of one PC.
 *
 * Enters: requests on `ordena.agent.<machine>.<operation>`, checked against the catalog before they get here.
 * Leaves: replies, and events on `ordena.event.<machine>.<kind>`.
 * May touch: the places its owner opened and its own state folder, both only in `disk/` and only in the disk thread.
 *
 * Start: configuration → places → what a crash left open → nobody else has this id → subscribe → one line saying so.
 */
import 'reflect-metadata';
import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NatsConnection } from '@nats-io/transport-node';
import { OrdenaError } from '#contracts/errors';
import { agentInbox, agentPrefix, SERVICE } from '#contracts/subjects';
import { connectBus } from '#nats/connection';
import { NatsServiceStrategy } from '#nats/service.strategy';
import { Agent } from './agent.js';
import { AppModule } from './app.module.js';
import { loadConfig } from './disk/config-file.js';
import { realSys } from './disk/sys.js';
import { examine } from './doctor.js';
import { type AgentEnv, readEnv } from './env.js';
import { refuseIfTaken } from './machine-taken.js';
import { placeSpecs } from './open-engine.js';
import { purge } from './purge.js';
import { settingsFrom } from './settings.js';
import type { DiskSettings } from './thread/messages.js';
import { VERSION } from '#contracts/version';

const LEVELS: LogLevel[] = ['debug', 'log', 'warn', 'error', 'fatal'];

const loggerFor = (level: AgentEnv['logLevel']): ConsoleLogger =>
  new ConsoleLogger({ json: true, logLevels: LEVELS.slice(LEVELS.indexOf(level)) });

/** Name → path, as the owner knows them. */
const placesOf = (settings: DiskSettings): Record<string, string> =>
  Object.fromEntries(placeSpecs(realSys, settings).map(({ name, path }) => [name, path]));

const metadataOf = (env: AgentEnv, places: readonly string[]): Record<string, string> => ({
  machine: env.machine,
  displayName: env.displayName,
  os: process.platform,
  version: VERSION,
  places: places.join(','),
  containment: process.platform === 'linux' ? 'kernel' : 'detect',
});

/** Replies to it arrive where nobody else may listen. */
const connectTo = (env: AgentEnv): Promise<NatsConnection> =>
  connectBus({
    servers: env.natsUrl,
    name: `${SERVICE.agent} ${env.machine}`,
    credsFile: env.natsCreds,
    inboxPrefix: agentInbox(env.machine),
  });

const start = async (): Promise<void> => {
  const env = readEnv();
  const settings = settingsFrom(env, loadConfig(realSys, env.configFiles).config);
  const places = placesOf(settings);
  const nc = await connectTo(env);
  await refuseIfTaken(nc, env.machine);
  const strategy = new NatsServiceStrategy({
    nc,
    name: SERVICE.agent,
    version: VERSION,
    prefix: agentPrefix(env.machine),
    instance: env.machine,
    metadata: metadataOf(env, Object.keys(places)),
  });
  const logger = loggerFor(env.logLevel);
  const app = await NestFactory.createMicroservice(AppModule.for(nc, settings), { strategy, logger });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  await app.get(Agent).start();
  await app.listen();
  app.get(Agent).publish({ kind: 'online' });
  process.stdout.write(`${JSON.stringify({ ready: true, machine: env.machine, places, version: VERSION })}\n`);
};

/** Looks, tells, and ends with 0 when all is well. */
const consult = async (): Promise<void> => {
  const { lines, isWell } = await examine();
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exit(isWell ? 0 : 1);
};

const clear = async (): Promise<void> => {
  const { count, days } = purge();
  process.stdout.write(`${count} things older than ${days} days left the trash for good.\n`);
};

const COMMANDS: Readonly<Record<string, () => Promise<void>>> = { start, doctor: consult, purge: clear };

const fail = (error: unknown): never => {
  const code = error instanceof OrdenaError ? error.code : 'INTERNAL';
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${JSON.stringify({ failed: { code, message } })}\n`);
  process.exit(1);
};

const command = COMMANDS[process.argv[2] ?? 'start'];
if (command) command().catch(fail);
else fail(new OrdenaError('UNKNOWN_OPERATION', 'The agent knows: start, doctor, purge.'));
