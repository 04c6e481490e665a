import type { NatsConnection } from '@nats-io/transport-node';
import { CATALOG, OPERATION_NAMES } from '#contracts/catalog';
import { agentPrefix, agentInbox, SERVICE } from '#contracts/subjects';
import { VERSION } from '#contracts/version';
import { BusClient } from '#nats/bus-client';
import { checkedEndpoint } from '#nats/checked-endpoint';
import { connectBus, leaveBus } from '#nats/connection';
import { MicroService, type Endpoint } from '#nats/micro-service';
import { Agent } from './agent.js';
import { loadConfig } from './disk/config-file.js';
import { realSys } from './disk/sys.js';
import { type AgentEnv, readEnv } from './env.js';
import type { Renewal } from './enrol/renewal.js';
import { type Log, logFrom, logRefusal } from './log.js';
import { refuseIfTaken } from './machine-taken.js';
import { placeSpecs } from './open-engine.js';
import { settingsFrom } from './settings.js';
import type { DiskSettings } from './thread/messages.js';

/** The agent at work: one connection, one endpoint per operation, one disk thread. */
export interface Serving {
  /** For whoever started us: who we are and what we share. */
  readonly ready: object;
  /** Answers what is in flight, brings a running commit to a safe point, lets go of bus and disk. */
  close(): Promise<void>;
  /** Resolves when the bus will not have it any more. */
  readonly lost: Promise<unknown>;
}

/** Long enough for a plan over a slow disk; a second SIGTERM or SIGKILL ends it sooner. */
const DRAIN_GRACE_MS = 30_000;

export const serve = async (): Promise<Serving> => {
  const env = readEnv();
  const settings = settingsFrom(env, loadConfig(realSys, env.configFiles).config);
  const places = placesOf(settings);
  const agent = new Agent(settings);
  agent.start();
  const nc = await joinBus(env);
  agent.tellThrough(new BusClient(nc));
  const service = serviceOf(nc, { env, places: Object.keys(places), log: logFrom(env.logLevel) });
  await service.start(endpointsOf(agent, env.machine));
  agent.publish({ kind: 'online' });
  return {
    ready: { ready: true, machine: env.machine, places, version: VERSION },
    close: () => close({ nc, service, agent }),
    lost: nc.closed(),
  };
};

/** Name → path, as the owner knows them. */
const placesOf = (settings: DiskSettings): Record<string, string> =>
  Object.fromEntries(placeSpecs(realSys, settings).map(({ name, path }) => [name, path]));

/** Replies to it arrive where nobody else may listen. Throws MACHINE_TAKEN, FORBIDDEN. */
const joinBus = async (env: AgentEnv): Promise<NatsConnection> => {
  const renewal = await renewalFor(env);
  const nc = await connectBus({
    servers: env.natsUrl,
    name: `${SERVICE.agent} ${env.machine}`,
    credsFile: env.natsCreds,
    authenticator: renewal?.authenticator(),
    inboxPrefix: agentInbox(env.machine),
  });
  renewal?.follow(nc);
  await refuseIfTaken(nc, env.machine);
  return nc;
};

/** A PC that was let in renews that by itself, and ends with a sentence once it is out. */
const renewalFor = async ({ enrolment }: AgentEnv): Promise<Renewal | undefined> => {
  if (enrolment === undefined) return undefined;
  const { Renewal } = await import('./enrol/renewal.js');
  const renewal = new Renewal(enrolment, (error) => {
    process.stderr.write(`${JSON.stringify({ failed: error.toBody() })}\n`);
    process.exit(1);
  });
  await renewal.beforeConnecting();
  return renewal;
};

const serviceOf = (nc: NatsConnection, of: { env: AgentEnv; places: readonly string[]; log: Log }): MicroService => {
  const { machine, displayName } = of.env;
  const metadata = {
    machine,
    displayName,
    os: process.platform,
    version: VERSION,
    places: of.places.join(','),
    containment: process.platform === 'linux' ? 'kernel' : 'detect',
  };
  const onError = logRefusal.bind(undefined, of.log);
  return new MicroService(nc, { name: SERVICE.agent, version: VERSION, instance: machine, metadata, onError });
};

/** Subject, checks and errors of each come from the catalog. */
const endpointsOf = (agent: Agent, machine: string): Endpoint[] =>
  OPERATION_NAMES.map((name) =>
    checkedEndpoint(CATALOG[name], {
      prefix: agentPrefix(machine),
      answer: (request) => agent.answer(name, request),
    }),
  );

const close = async (open: { nc: NatsConnection; service: MicroService; agent: Agent }): Promise<void> => {
  if (!open.nc.isClosed()) await open.service.drain(DRAIN_GRACE_MS);
  await open.agent.stop();
  await leaveBus(open.nc);
};
