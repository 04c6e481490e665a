/** Every subject is a function or constant of this file; no other file spells one. */

/** `ordena.agent.<machine>.<operation>` */
export const agentSubject = (machine: string, operation: string): string => `ordena.agent.${machine}.${operation}`;

/** `ordena.agent.<machine>`: what the agent's endpoints hang on. */
export const agentPrefix = (machine: string): string => `ordena.agent.${machine}`;

/** `ordena.planner.<verb>`, shared by all planners through a queue group. */
export const PLANNER_PREFIX = 'ordena.planner';
export const PLANNER_CHAT = 'ordena.planner.chat';
export const PLANNER_RESUME = 'ordena.planner.resume';
export const PLANNER_NOTE = 'ordena.planner.note';

/** The planner asks for a yes here; only the gateway may publish `ordena.agent.*.commit`. */
export const GATEWAY_PREFIX = 'ordena.gateway';
export const GATEWAY_COMMIT = 'ordena.gateway.commit';

/** The gateway tells the keeper, who alone may change who is on the bus: `ordena.keeper.<verb>`. */
export const KEEPER_PREFIX = 'ordena.keeper';
export const keeperSubject = (verb: 'enrol' | 'revoke' | 'list'): string => `${KEEPER_PREFIX}.${verb}`;
export const KEEPER_CALLS: readonly string[] = (['enrol', 'revoke', 'list'] as const).map(keeperSubject);

/** `ordena.event.<machine>.<kind>`: the audit feed. */
export const eventSubject = (machine: string, kind: string): string => `ordena.event.${machine}.${kind}`;
export const ALL_EVENTS = 'ordena.event.>';
/** JetStream stream that keeps the events worth keeping, for a while; the journal on each PC stays the truth. */
export const EVENT_STREAM = 'ordena-events';
/** Where people with the CLI read it: `nats --js-api-prefix ordena.kept stream get ordena-events`. */
export const EVENTS_API = 'ordena.kept';

/** `ordena.run.<runId>`: steps and words of a running request. */
export const runSubject = (runId: string): string => `ordena.run.${runId}`;
/** JetStream stream that keeps them for a while, so that any gateway can tell them again. */
export const RUN_STREAM = 'ordena-runs-told';

/** Service names as `nats micro ls` shows them. */
export const SERVICE = { agent: 'file-agent', planner: 'planner', gateway: 'gateway' } as const;

/** `_INBOX_<role>`: where the replies of one process arrive; no other role may listen there. */
export const inboxOf = (role: string): string => `_INBOX_${role}`;
/** `_INBOX_agent.<machine>`: the machine is a token of its own, since servers before 2.10 fill in names only as whole tokens. */
export const agentInbox = (machine: string): string => `_INBOX_agent.${machine}`;
/** Where agents of one id hear of each other: only that machine's credentials speak or listen there. */
export const agentClaim = (machine: string): string => `${agentInbox(machine)}.here`;
