import { BUCKETS } from '#contracts/buckets';
import { operationsWith } from '#contracts/catalog';
import type { Operation } from '#contracts/operation';
import {
  agentInbox,
  agentPrefix,
  agentSubject,
  ALL_EVENTS,
  EVENT_STREAM,
  eventSubject,
  GATEWAY_COMMIT,
  GATEWAY_PREFIX,
  inboxOf,
  KEEPER_CALLS,
  KEEPER_PREFIX,
  PLANNER_PREFIX,
  RUN_STREAM,
  runSubject,
  SERVICE,
} from '#contracts/subjects';
import { LOOKS, READ_EVENTS, VERBS, type Account } from './bus-accounts.js';

/**
 * Who may say what on the bus: the least each role needs, and nothing else. `test/fleet/permissions.spec.ts` tries every
 * cell. Nobody has `allow_responses`: it lets whoever hears its own request answer on any subject it put into the reply.
 */
export interface Role {
  readonly name: string;
  readonly account: Account;
  /** Of an agent: its fence is a template the server fills in with this name (bus-claims.ts). */
  readonly machine?: string;
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

/** Where the server brings answers back to another account: an unguessable subject per request. */
const ANSWERS = '_R_.>';

const discoverable = (service: string): string[] =>
  VERBS.flatMap((verb) => [`$SRV.${verb}`, `$SRV.${verb}.${service}`, `$SRV.${verb}.${service}.*`]);

/** What the JetStream KV client needs to put and get in one bucket, and no other stream. */
const keyValue = (bucket: string): string[] => {
  const stream = `KV_${bucket}`;
  return [`$KV.${bucket}.>`, ...['CREATE', 'INFO', 'MSG.GET'].map((verb) => `$JS.API.STREAM.${verb}.${stream}`)];
};

/** To be sent what a stream holds: a consumer for as long as somebody reads. */
const reading = (stream: string): string[] => [
  ...['CREATE', 'INFO', 'DELETE'].map((verb) => `$JS.API.CONSUMER.${verb}.${stream}.>`),
  `$JS.FC.${stream}.>`,
];

/** What it needs beside that to list or watch the keys of a bucket. */
const listing = (bucket: string): string[] => reading(`KV_${bucket}`);

const onAnyMachine = (operations: readonly Operation[]): string[] =>
  operations.map(({ name }) => agentSubject('*', name));

/** Its own `places` is how a second agent of the same id finds out that there is a first. */
export const agentRole = (machine: string): Role => ({
  name: `agent-${machine}`,
  account: 'FLEET',
  machine,
  publish: [eventSubject(machine, '*'), agentSubject(machine, 'places'), `${agentInbox(machine)}.>`, ANSWERS],
  subscribe: [`${agentPrefix(machine)}.*`, ...discoverable(SERVICE.agent), `${agentInbox(machine)}.>`],
});

/** The planner may look and plan everywhere, and may never commit: only the gateway says yes. Its health check asks itself. */
export const PLANNER_ROLE: Role = {
  name: 'planner',
  account: 'PLANNER',
  publish: [
    ...onAnyMachine([...operationsWith('read'), ...operationsWith('write')]),
    GATEWAY_COMMIT,
    runSubject('*'),
    `$SRV.PING.${SERVICE.agent}`,
    `$SRV.PING.${SERVICE.planner}`,
    `${inboxOf('planner')}.>`,
    '$JS.API.INFO',
    ...keyValue(BUCKETS.conversations),
    ...keyValue(BUCKETS.runs),
    ANSWERS,
  ],
  subscribe: [
    `${PLANNER_PREFIX}.*`,
    eventSubject('*', 'online'),
    eventSubject('*', 'offline'),
    ...discoverable(SERVICE.planner),
    `${inboxOf('planner')}.>`,
  ],
};

export const GATEWAY_ROLE: Role = {
  name: 'gateway',
  account: 'HOUSE',
  publish: [
    `${agentPrefix('*')}.*`,
    `${PLANNER_PREFIX}.*`,
    `$SRV.PING.${SERVICE.agent}`,
    `$SRV.INFO.${SERVICE.planner}`,
    '$JS.API.INFO',
    ...keyValue(BUCKETS.approvals),
    ...keyValue(BUCKETS.talks),
    ...keyValue(BUCKETS.answers),
    ...keyValue(BUCKETS.keys),
    ...listing(BUCKETS.keys),
    ...keyValue(BUCKETS.enrolments),
    ...['CREATE', 'UPDATE', 'INFO'].map((verb) => `$JS.API.STREAM.${verb}.${EVENT_STREAM}`),
    ...['CREATE', 'UPDATE', 'INFO'].map((verb) => `$JS.API.STREAM.${verb}.${RUN_STREAM}`),
    ...reading(RUN_STREAM),
    runSubject('*'),
    ...KEEPER_CALLS,
    ANSWERS,
  ],
  subscribe: [
    `${GATEWAY_PREFIX}.*`,
    eventSubject('*', '*'),
    runSubject('*'),
    ...discoverable(SERVICE.gateway),
    `${inboxOf('gateway')}.>`,
  ],
};

/** For people with the `nats` CLI: look at everything but contents, change nothing. */
export const OPS_ROLE: Role = {
  name: 'ops',
  account: 'OPS',
  publish: [
    ...VERBS.flatMap((verb) => [`$SRV.${verb}`, `$SRV.${verb}.>`]),
    ...onAnyMachine(LOOKS),
    ...READ_EVENTS,
    `${inboxOf('ops')}.>`,
  ],
  subscribe: [ALL_EVENTS, `${inboxOf('ops')}.>`],
};

/** Tells the server which account is as it now stands, for whoever may ask: the gateway, and nobody else. */
export const KEEPER_ROLE: Role = {
  name: 'keeper',
  account: 'SYS',
  publish: ['$SYS.REQ.CLAIMS.UPDATE', ANSWERS],
  subscribe: [`${KEEPER_PREFIX}.*`, `${inboxOf('keeper')}.>`],
};

/** Everybody on a bus with these machines. */
export const rolesFor = (machines: readonly string[]): Role[] => [
  ...machines.map(agentRole),
  PLANNER_ROLE,
  GATEWAY_ROLE,
  OPS_ROLE,
  KEEPER_ROLE,
];
