import type { NatsConnection } from '@nats-io/transport-node';
import type { BusClient } from '#nats/bus-client';
import { keepEvents } from '#nats/event-stream';
import { MachineDirectory } from '#nats/machine-directory';
import { ChatService } from './chat/chat.service.js';
import { TalkStore } from './chat/talk-store.js';
import { Challenges } from './enrolment/challenges.js';
import { Codes } from './enrolment/codes.js';
import { readDeskFile } from './enrolment/desk-file.js';
import { Enrolments } from './enrolment/enrolments.js';
import type { GatewayEnv } from './env.js';
import { HealthService } from './health/health.service.js';
import { MeasuredBus } from './health/measured-bus.js';
import { Metrics } from './health/metrics.js';
import { Answering } from './http/answering.js';
import { Once } from './http/once.js';
import { Fleet } from './machines/fleet.js';
import { Operations } from './machines/operations.js';
import { HistoryService } from './plans/history.service.js';
import { PlanFinder } from './plans/plan-finder.js';
import { PlansService } from './plans/plans.service.js';
import { Cancelling } from './runs/cancelling.js';
import { Committer } from './runs/committer.js';
import { Decisions } from './runs/decisions.js';
import { GoingOn } from './runs/going-on.js';
import { Gate } from './runs/gate.js';
import { RunEvents } from './runs/run-events.js';
import { RunStore } from './runs/run-store.js';
import { readGatewayKey, signYes } from './runs/sign-yes.js';
import { ManageFiles } from './sketch/manage-files.js';
import { Door } from './who/door.js';
import { Keys } from './who/keys.js';
import { newSecret } from './who/secret.js';
import { neighbourhoodOf } from './who/where-from.js';

/** Everything the doors need, put together once, by hand: who holds what is read here and nowhere else. */
export const wire = async (env: GatewayEnv, nc: NatsConnection, token: string) => {
  const metrics = new Metrics();
  const bus: BusClient = new MeasuredBus(nc, metrics);
  const [runs, talks, once, events, keys, codes] = await openStores(nc);
  const directory = new MachineDirectory(bus);
  const fleet = new Fleet(directory, env.machine);
  const finder = new PlanFinder(bus, fleet);
  const key = readGatewayKey(env.natsCreds);
  const committer = new Committer(bus, metrics, signYes(key));
  const decisions = new Decisions({ runs, talks, committer, events, bus, metrics });
  const plans = new PlansService({ finder, runs, talks, events, decisions, committer, bus });
  const cancelling = new Cancelling(runs, events, committer);
  const talking = { defaultMode: env.mode, runs, talks, events, fleet };
  const chat = new ChatService({ ...talking, bus, decisions, metrics, committer });
  const goingOn = new GoingOn({ runs, events, chat, decisions });
  return {
    keys,
    once,
    metrics,
    directory,
    fleet,
    talks,
    events,
    plans,
    door: doorFor(env, token, keys),
    enrolments: enrolmentsFor(env, { codes, bus, gatewayKey: key?.publicKey }),
    answering: new Answering({ runs, events, goingOn, cancelling }),
    cancelling,
    chat,
    files: new ManageFiles(bus, fleet, plans),
    gate: new Gate({ ceilings: env.ceilings, runs, committer, events, metrics }),
    health: new HealthService(bus, directory),
    history: new HistoryService(fleet, bus),
    operations: new Operations(fleet, bus),
  };
};

/** What all gateways share. */
const openStores = async (nc: NatsConnection) =>
  Promise.all([
    RunStore.open(nc),
    TalkStore.open(nc),
    Once.open(nc),
    RunEvents.open(nc),
    Keys.open(nc),
    Codes.open(nc),
    keepEvents(nc),
  ] as const);

export type Wired = Awaited<ReturnType<typeof wire>>;

const enrolmentsFor = (
  env: GatewayEnv,
  parts: { codes: Codes; bus: BusClient; gatewayKey: string | undefined },
): Enrolments => {
  const desk = readDeskFile(env.enrolFile);
  return new Enrolments({ ...parts, desk, challenges: new Challenges(desk?.signer ?? newSecret()) });
};

const doorFor = (env: GatewayEnv, token: string, keys: Keys): Door =>
  new Door({
    token,
    neighbourhood: neighbourhoodOf(env),
    ratePerMinute: env.ratePerMinute,
    secure: env.tls !== undefined,
    findKey: (key) => keys.find(key),
  });
