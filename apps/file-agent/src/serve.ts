import type { NatsConnection } from '@nats-io/transport-node';
import { CATALOG, OPERATION_NAMES } from '#contracts/catalog';
import type { OrdenaError } from '#contracts/errors';
import { agentPrefix, agentInbox, SERVICE } from '#contracts/subjects';
import { VERSION } from '#contracts/version';
import { BusClient } from '#nats/bus-client';
import { checkedEndpoint } from '#nats/checked-endpoint';
import { connectBus, leaveBus } from '#nats/connection';
import { MicroService, type Endpoint } from '#nats/micro-service';
import { lostBus } from '#nats/run-process';
import { Agent } from './agent.js';
import { loadConfig } from './disk/config-file.js';
import { realSys } from './disk/sys.js';
import { type AgentEnv, readEnv } from './env.js';
import { End } from './end.js';
import type { Renewal } from './enrol/renewal.js';
import { type Log, logFrom, logRefusal } from './log.js';
import { MachineClaim } from './machine-claim.js';
import { machineTaken, refuseIfTaken } from './machine-taken.js';
import { obeyedBy, obeyedFrom } from './obeyed.js';
import { placeSpecs } from './open-engine.js';
import { settingsFrom } from './settings.js';
import type { DiskSettings } from './thread/messages.js';

/** The agent at work: one connection, one endpoint per operation, one disk thread. */
export interface Serving {
  /** For whoever started us: who we are and what we share. */
  readonly ready: object;
  /** Answers what is in flight, brings a running commit to a safe point, lets go of bus and disk. */
  close(): Promise<void>;
  /** Resolves with the reason when it may not go on: the bus will not have it, or another one has its id. */
  readonly lost: Promise<OrdenaError>;
}

/** Long enough for a plan over a slow disk; a second SIGTERM or SIGKILL ends it sooner. */
const DRAIN_GRACE_MS = 30_000;

export const serve = async (): Promise<Serving> => {
  const env = readEnv();
  const log = logFrom(env.logLevel);
  if (env.notice !== undefined) log('warn', { notice: env.notice });
  const settings = settingsFrom(env, loadConfig(realSys, env.configFiles).config);
  const places = placesOf(settings);
  const agent = new Agent(settings);
  agent.start();
  const end = new End();
  const renewal = await renewalFor(env, end);
  agent.obey(gatewayKeyOf(env, renewal));
  const nc = await joinBus(env, { end, renewal });
  agent.tellThrough(new BusClient(nc));
  const service = serviceOf(nc, { env, places: Object.keys(places), log });
  const claim = new MachineClaim(nc, env.machine, () => end.tell(machineTaken(env.machine)));
  claim.start();
  await refuseIfTaken(nc, env.machine);
  // Before it can be found: one that gave way while its endpoints stood would turn away the other one as well.
  claim.settle();
  await service.start(endpointsOf(agent, env.machine));
  end.throwIfCome();
  agent.publish({ kind: 'online' });
  const ready = { ready: true, machine: env.machine, places, version: VERSION };
  return { ready, close: once(() => close({ nc, service, agent, claim })), lost: end.reason };
};

const once = (work: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
};

/** Name → path, as the owner knows them. */
const placesOf = (settings: DiskSettings): Record<string, string> =>
  Object.fromEntries(placeSpecs(realSys, settings).map(({ name, path }) => [name, path]));

/** Replies to it arrive where nobody else may listen. Throws FORBIDDEN. */
const joinBus = async (
  env: AgentEnv,
  { end, renewal }: { end: End; renewal: Renewal | undefined },
): Promise<NatsConnection> => {
  const connecting = connectBus({
    servers: env.natsUrl,
    name: `${SERVICE.agent} ${env.machine}`,
    credsFile: env.natsCreds,
    authenticator: renewal?.authenticator(),
    inboxPrefix: agentInbox(env.machine),
  });
  const nc = await Promise.race([connecting, end.reason.then((reason) => Promise.reject(reason))]);
  renewal?.follow(nc);
  void end.reason.then(({ code }) => (code === 'FORBIDDEN' ? nc.close() : undefined));
  void nc.closed().then(() => end.tell(lostBus()));
  return nc;
};

/** Whose yes counts here, by the credentials as they are now; undefined where they name nobody. */
const gatewayKeyOf = ({ natsCreds }: AgentEnv, renewal: Renewal | undefined): (() => string | undefined) => {
  if (renewal !== undefined) return () => obeyedBy(renewal.jwt);
  const key = obeyedFrom(natsCreds);
  return () => key;
};

/** A PC that was let in renews that by itself, and is told once it is out. */
const renewalFor = async ({ enrolment }: AgentEnv, end: End): Promise<Renewal | undefined> => {
  if (enrolment === undefined) return undefined;
  const { Renewal } = await import('./enrol/renewal.js');
  const renewal = new Renewal(enrolment, (reason) => end.tell(reason));
  await renewal.beforeConnecting();
  end.throwIfCome();
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

const close = async (open: {
  nc: NatsConnection;
  service: MicroService;
  agent: Agent;
  claim: MachineClaim;
}): Promise<void> => {
  open.claim.stop();
  if (!open.nc.isClosed()) await open.service.drain(DRAIN_GRACE_MS);
  await open.agent.stop();
  await leaveBus(open.nc);
};
