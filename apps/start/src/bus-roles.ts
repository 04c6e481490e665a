import { operationsWith } from '#contracts/catalog';
import type { Operation } from '#contracts/operation';
import {
  agentPrefix,
  agentSubject,
  eventSubject,
  GATEWAY_COMMIT,
  GATEWAY_PREFIX,
  inboxOf,
  PLANNER_PREFIX,
  runSubject,
  SERVICE,
} from '#contracts/subjects';
import { BUCKETS } from '#contracts/buckets';

/** Who may say what on the bus: the least each role needs, and nothing else. `test/permissions.spec.ts` tries every cell. */

export interface Role {
  readonly name: string;
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
  /** May answer requests; the time covers a slow plan or a chat that waits for a model. */
  readonly answers: boolean;
}

const VERBS = ['PING', 'INFO', 'STATS'];

const discoverable = (service: string): string[] =>
  VERBS.flatMap((verb) => [`$SRV.${verb}`, `$SRV.${verb}.${service}`, `$SRV.${verb}.${service}.>`]);

/** What the JetStream KV client needs for one bucket, and no other stream. */
const keyValue = (bucket: string): string[] => {
  const stream = `KV_${bucket}`;
  return [
    `$KV.${bucket}.>`,
    ...['CREATE', 'UPDATE', 'INFO', 'PURGE'].map((verb) => `$JS.API.STREAM.${verb}.${stream}`),
    `$JS.API.STREAM.MSG.GET.${stream}`,
    `$JS.API.DIRECT.GET.${stream}`,
    `$JS.API.DIRECT.GET.${stream}.>`,
    `$JS.API.CONSUMER.CREATE.${stream}`,
    `$JS.API.CONSUMER.CREATE.${stream}.>`,
    `$JS.API.CONSUMER.INFO.${stream}.>`,
    `$JS.API.CONSUMER.DELETE.${stream}.>`,
    `$JS.FC.${stream}.>`,
  ];
};

const onAnyMachine = (operations: readonly Operation[]): string[] =>
  operations.map(({ name }) => agentSubject('*', name));

export const agentRole = (machine: string): Role => ({
  name: `agent-${machine}`,
  publish: [eventSubject(machine, '>'), agentSubject(machine, 'places')],
  subscribe: [`${agentPrefix(machine)}.>`, ...discoverable(SERVICE.agent), `${inboxOf(`agent-${machine}`)}.>`],
  answers: true,
});

/** The planner may look and plan everywhere, and may never commit: only the gateway says yes. */
export const PLANNER_ROLE: Role = {
  name: 'planner',
  publish: [
    ...onAnyMachine([...operationsWith('read'), ...operationsWith('write')]),
    GATEWAY_COMMIT,
    runSubject('*'),
    `$SRV.INFO.${SERVICE.agent}`,
    '$JS.API.INFO',
    ...keyValue(BUCKETS.conversations),
    ...keyValue(BUCKETS.runs),
  ],
  subscribe: [
    `${PLANNER_PREFIX}.>`,
    eventSubject('*', 'online'),
    eventSubject('*', 'offline'),
    ...discoverable(SERVICE.planner),
    `${inboxOf('planner')}.>`,
  ],
  answers: true,
};

export const GATEWAY_ROLE: Role = {
  name: 'gateway',
  publish: [
    `${agentPrefix('*')}.>`,
    `${PLANNER_PREFIX}.>`,
    '$SRV.>',
    '$JS.API.INFO',
    ...Object.values(BUCKETS).flatMap(keyValue),
  ],
  subscribe: [
    `${GATEWAY_PREFIX}.>`,
    eventSubject('*', '>'),
    runSubject('*'),
    ...discoverable(SERVICE.gateway),
    `${inboxOf('gateway')}.>`,
  ],
  answers: true,
};

/** For people with the `nats` CLI: look at everything, change nothing. */
export const OPS_ROLE: Role = {
  name: 'ops',
  publish: ['$SRV.>', ...onAnyMachine(operationsWith('read').filter(({ name }) => name !== 'read'))],
  subscribe: [eventSubject('*', '>'), `${inboxOf('ops')}.>`],
  answers: false,
};
