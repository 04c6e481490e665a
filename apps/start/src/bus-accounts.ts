import type { Export, Import } from '@nats-io/jwt';
import { operationsWith } from '#contracts/catalog';
import type { Operation } from '#contracts/operation';
import {
  agentSubject,
  EVENT_STREAM,
  EVENTS_API,
  eventSubject,
  GATEWAY_COMMIT,
  KEEPER_CALLS,
  PLANNER_PREFIX,
  runSubject,
  SERVICE,
} from '#contracts/subjects';

/**
 * Four NATS accounts: separate worlds of subjects, between which only what is listed here passes.
 *
 * Permissions alone do not hold "only the gateway commits": a client may put any subject into the reply field of a request,
 * and JetStream, which is asked no permission, sends the stored value there. So the planner, who stores values, lives in a
 * world without `ordena.agent.<machine>.commit`, and the agents in one without JetStream (docs/decisions/0006); people with the `nats`
 * CLI, who may read kept events back, in one of their own.
 */
export type Account = 'FLEET' | 'HOUSE' | 'PLANNER' | 'OPS' | 'SYS';

/** `SYS` is the server's own: in it lives the keeper, who may tell the server that a PC is out (bus-keeper.ts). */
export const ACCOUNTS: readonly Account[] = ['FLEET', 'HOUSE', 'PLANNER', 'OPS', 'SYS'];

export const VERBS = ['PING', 'INFO', 'STATS'];

/** What people with the `nats` CLI may ask an agent: names and figures, never contents. */
export const LOOKS = operationsWith('read').filter(({ name }) => name !== 'read');

interface Door {
  readonly from: Account;
  readonly to: readonly Account[];
  /** `service`: one request, one answer; `services`: as many answers as there are instances; `stream`: no answer. */
  readonly kind: 'service' | 'services' | 'stream';
  readonly subjects: readonly string[];
  /** What it is called where it arrives, if not the same. */
  readonly as?: (subject: string) => string;
}

const onAnyMachine = (operations: readonly Operation[]): string[] =>
  operations.map(({ name }) => agentSubject('*', name));

const discovery = (service: string): string[] =>
  VERBS.flatMap((verb) => [`$SRV.${verb}.${service}`, `$SRV.${verb}.${service}.*`]);

const without = (subjects: readonly string[], one: string): string[] => subjects.filter((subject) => subject !== one);

/**
 * To look at the kept events: how many there are, and one by one. The store's own subjects mean another account's store in
 * OPS, hence the second name, which the CLI calls `--js-api-prefix`.
 */
const STORE_API = '$JS.API';
const KEPT_EVENTS = [
  ...['STREAM.NAMES', 'STREAM.LIST'].map((call) => `${STORE_API}.${call}`),
  ...['STREAM.INFO', 'STREAM.MSG.GET'].map((call) => `${STORE_API}.${call}.${EVENT_STREAM}`),
];
const asKept = (subject: string): string => subject.replace(STORE_API, EVENTS_API);
export const READ_EVENTS = KEPT_EVENTS.map(asKept);

const EVERYBODY = VERBS.map((verb) => `$SRV.${verb}`);
const AGENT_PING = `$SRV.PING.${SERVICE.agent}`;
const PLANNER_INFO = `$SRV.INFO.${SERVICE.planner}`;
const ON_AND_OFF = [eventSubject('*', 'online'), eventSubject('*', 'offline')];
const PLANNED = [
  ...operationsWith('read').filter((operation) => !LOOKS.includes(operation)),
  ...operationsWith('write'),
];

const FROM_FLEET: readonly Omit<Door, 'from'>[] = [
  { to: ['HOUSE', 'PLANNER', 'OPS'], kind: 'service', subjects: onAnyMachine(LOOKS) },
  { to: ['HOUSE', 'PLANNER'], kind: 'service', subjects: onAnyMachine(PLANNED) },
  { to: ['HOUSE'], kind: 'service', subjects: onAnyMachine(operationsWith('decide')) },
  { to: ['HOUSE', 'PLANNER', 'OPS'], kind: 'services', subjects: [AGENT_PING] },
  { to: ['OPS'], kind: 'services', subjects: without(discovery(SERVICE.agent), AGENT_PING) },
  { to: ['HOUSE', 'OPS'], kind: 'stream', subjects: [eventSubject('*', '*')] },
  { to: ['PLANNER'], kind: 'stream', subjects: ON_AND_OFF },
];

const FROM_PLANNER: readonly Omit<Door, 'from'>[] = [
  { to: ['HOUSE'], kind: 'service', subjects: [`${PLANNER_PREFIX}.*`] },
  { to: ['HOUSE', 'OPS'], kind: 'services', subjects: [PLANNER_INFO] },
  { to: ['OPS'], kind: 'services', subjects: without(discovery(SERVICE.planner), PLANNER_INFO) },
  { to: ['HOUSE'], kind: 'stream', subjects: [runSubject('*')] },
];

/** A subject can be imported once, so a question to everybody goes OPS → HOUSE → FLEET → PLANNER. */
const DOORS: readonly Door[] = [
  ...FROM_FLEET.map((door) => ({ from: 'FLEET' as const, ...door })),
  ...FROM_PLANNER.map((door) => ({ from: 'PLANNER' as const, ...door })),
  { from: 'HOUSE', to: ['PLANNER'], kind: 'service', subjects: [GATEWAY_COMMIT] },
  { from: 'HOUSE', to: ['OPS'], kind: 'services', subjects: discovery(SERVICE.gateway) },
  { from: 'HOUSE', to: ['OPS'], kind: 'service', subjects: KEPT_EVENTS, as: asKept },
  { from: 'HOUSE', to: ['OPS'], kind: 'services', subjects: EVERYBODY },
  { from: 'FLEET', to: ['HOUSE'], kind: 'services', subjects: EVERYBODY },
  { from: 'PLANNER', to: ['FLEET'], kind: 'services', subjects: EVERYBODY },
  { from: 'SYS', to: ['HOUSE'], kind: 'service', subjects: KEEPER_CALLS },
];

/** A chat may wait for a model, a plan for a slow disk. */
const ANSWER_WITHIN_NS = 15 * 60 * 1e9;

const EXPORT_KIND = {
  stream: {},
  service: { response_type: 'Singleton', response_threshold: ANSWER_WITHIN_NS },
  services: { response_type: 'Stream', response_threshold: ANSWER_WITHIN_NS },
} as const;

const nature = (kind: Door['kind']): 'stream' | 'service' => (kind === 'stream' ? 'stream' : 'service');

/**
 * What an account lets out, as its JWT says it. Any account could take it in, but only the operator writes what an account
 * takes in, so `importsOf` is the list that counts.
 */
export const exportsOf = (account: Account): Export[] => {
  const doors = DOORS.filter(({ from }) => from === account);
  const all = doors.flatMap(({ kind, subjects }) => subjects.map((subject) => exportOf(kind, subject)));
  return all.filter((one) => !all.some((other) => isWithin(one, other)));
};

const exportOf = (kind: Door['kind'], subject: string): Export => ({
  name: subject,
  subject,
  type: nature(kind),
  ...EXPORT_KIND[kind],
});

/** A server refuses an account that lets out the same thing twice. */
const isWithin = (one: Export, other: Export): boolean =>
  one.type === other.type && one.subject !== other.subject && covers(other.subject, one.subject);

const covers = (wide: string, narrow: string): boolean => {
  const tokens = narrow.split('.');
  const pattern = wide.split('.');
  return pattern.length === tokens.length && pattern.every((token, index) => token === '*' || token === tokens[index]);
};

/** What an account takes in; `ids` are the accounts' public keys. */
export const importsOf = (account: Account, ids: Readonly<Record<Account, string>>): Import[] =>
  DOORS.filter(({ to }) => to.includes(account)).flatMap(({ kind, subjects, from, as }) =>
    subjects.map((subject) => ({
      name: subject,
      subject,
      type: nature(kind),
      account: ids[from],
      ...(as && { local_subject: as(subject) }),
    })),
  );
