import { operationsWith } from '#contracts/catalog';
import type { Operation } from '#contracts/operation';
import { agentSubject, eventSubject, GATEWAY_COMMIT, PLANNER_PREFIX, runSubject, SERVICE } from '#contracts/subjects';

/**
 * Three NATS accounts: separate worlds of subjects, between which only what is listed here passes.
 *
 * Permissions alone do not hold "only the gateway commits": a client may put any subject into the reply field of a request,
 * and JetStream, which is asked no permission, sends the stored value there. So the planner, who stores values, lives in a
 * world without `ordena.agent.<machine>.commit`, and the agents in one without JetStream (docs/decisions/0006).
 */
export type Account = 'FLEET' | 'HOUSE' | 'PLANNER';

export const ACCOUNTS: readonly Account[] = ['FLEET', 'HOUSE', 'PLANNER'];

export const VERBS = ['PING', 'INFO', 'STATS'];

interface Door {
  readonly from: Account;
  readonly to: readonly Account[];
  /** `service`: one request, one answer; `services`: as many answers as there are instances; `stream`: no answer. */
  readonly kind: 'service' | 'services' | 'stream';
  readonly subjects: readonly string[];
}

const onAnyMachine = (operations: readonly Operation[]): string[] =>
  operations.map(({ name }) => agentSubject('*', name));

const discovery = (service: string): string[] =>
  VERBS.flatMap((verb) => [`$SRV.${verb}.${service}`, `$SRV.${verb}.${service}.*`]);

const AGENT_INFO = `$SRV.INFO.${SERVICE.agent}`;
const EVERYBODY = VERBS.map((verb) => `$SRV.${verb}`);

/** A question to everybody goes from HOUSE to FLEET and from there on to PLANNER: a subject can be imported only once. */
const DOORS: readonly Door[] = [
  {
    from: 'FLEET',
    to: ['HOUSE', 'PLANNER'],
    kind: 'service',
    subjects: onAnyMachine([...operationsWith('read'), ...operationsWith('write')]),
  },
  { from: 'FLEET', to: ['HOUSE'], kind: 'service', subjects: onAnyMachine(operationsWith('decide')) },
  { from: 'FLEET', to: ['HOUSE', 'PLANNER'], kind: 'services', subjects: [AGENT_INFO] },
  {
    from: 'FLEET',
    to: ['HOUSE'],
    kind: 'services',
    subjects: [...EVERYBODY, ...discovery(SERVICE.agent).filter((subject) => subject !== AGENT_INFO)],
  },
  { from: 'FLEET', to: ['HOUSE'], kind: 'stream', subjects: [eventSubject('*', '*')] },
  { from: 'FLEET', to: ['PLANNER'], kind: 'stream', subjects: ['online', 'offline'].map((k) => eventSubject('*', k)) },
  { from: 'PLANNER', to: ['FLEET'], kind: 'services', subjects: EVERYBODY },
  { from: 'PLANNER', to: ['HOUSE'], kind: 'service', subjects: [`${PLANNER_PREFIX}.*`] },
  { from: 'PLANNER', to: ['HOUSE'], kind: 'services', subjects: discovery(SERVICE.planner) },
  { from: 'PLANNER', to: ['HOUSE'], kind: 'stream', subjects: [runSubject('*')] },
  { from: 'HOUSE', to: ['PLANNER'], kind: 'service', subjects: [GATEWAY_COMMIT] },
];

/** A chat may wait for a model, a plan for a slow disk. */
const ANSWER_WITHIN = '15m';

const EXPORT_KIND = {
  stream: {},
  service: { response_threshold: ANSWER_WITHIN },
  services: { response_type: 'stream', response_threshold: ANSWER_WITHIN },
} as const;

const nature = (kind: Door['kind']): 'stream' | 'service' => (kind === 'stream' ? 'stream' : 'service');

/** What an account lets out, as server configuration writes it. */
export const exportsOf = (account: Account): object[] =>
  DOORS.filter(({ from }) => from === account).flatMap(({ kind, subjects, to }) =>
    subjects.map((subject) => ({ [nature(kind)]: subject, accounts: to, ...EXPORT_KIND[kind] })),
  );

/** What an account takes in. */
export const importsOf = (account: Account): object[] =>
  DOORS.filter(({ to }) => to.includes(account)).flatMap(({ kind, subjects, from }) =>
    subjects.map((subject) => ({ [nature(kind)]: { account: from, subject } })),
  );
