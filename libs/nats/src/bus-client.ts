import {
  headers,
  InvalidArgumentError,
  NoRespondersError,
  nuid,
  PermissionViolationError,
  RequestError,
  TimeoutError,
  type Msg,
  type MsgHdrs,
  type NatsConnection,
} from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { OrdenaError, type ErrorCode } from '#contracts/errors';
import type { Operation, ReplyOf } from '#contracts/operation';
import { agentSubject } from '#contracts/subjects';
import { isCluster, isUnsettled, onBusChange } from './bus-changes.js';
import { insist, type Again } from './insist.js';
import { jsonIn } from './json-in.js';
import { REPEAT_HEADER } from './repeats.js';
import { currentTraceparent, TRACE_HEADER } from './trace.js';
import { errorIn } from './wire-error.js';

export interface RequestOptions {
  /** How long to wait for the answer. */
  readonly timeoutMs?: number;
  /** The code when nobody listens there: known at once, never by timeout; a moment later where a NATS node just went. */
  readonly off?: ErrorCode;
  /** Asked again this often, ms, and when a NATS node went, while there is no answer; only for what may be asked twice. */
  readonly repeatMs?: number;
}

/** Planning over a large folder takes a while. */
const DEFAULT_TIMEOUT_MS = 60_000;
/** A question or its answer can go down with a NATS node; each operation of an agent may safely be asked again. */
export const REPEAT_MS = 5_000;
/** Whoever was on a NATS node that went is looked for again this often. */
const LOOK_AGAIN_MS = 200;

/** Requests over one mux inbox; every failure arrives as an OrdenaError. */
export class BusClient {
  constructor(
    readonly nc: NatsConnection,
    private readonly timeoutMs = DEFAULT_TIMEOUT_MS,
  ) {}

  /** The same connection with another patience. */
  within(timeoutMs: number): BusClient {
    return new BusClient(this.nc, timeoutMs);
  }

  /** Asks one agent for one operation; MACHINE_OFF at once when that machine is not connected. */
  async call<O extends Operation>(machine: string, operation: O, request: z.input<O['request']>): Promise<ReplyOf<O>> {
    const subject = agentSubject(machine, operation.name);
    const options = { off: 'MACHINE_OFF', repeatMs: REPEAT_MS, schema: operation.reply } as const;
    const reply = await this.request(subject, request, options);
    return reply as ReplyOf<O>;
  }

  /** `schema` checks the reply: a process of another version must fail loudly, not half-work. */
  async request<Schema extends z.ZodType>(
    subject: string,
    body: unknown,
    options: RequestOptions & { schema: Schema },
  ): Promise<z.output<Schema>> {
    const message = await this.ask(subject, body, options);
    const error = errorIn(message);
    if (error !== undefined) throw error;
    const reply = options.schema.safeParse(jsonOf(message, subject));
    if (reply.success) return reply.data;
    throw new OrdenaError('INTERNAL', `The answer of ${subject} does not fit; both sides must run the same version.`, {
      cause: reply.error,
    });
  }

  publish(subject: string, body: unknown): void {
    this.nc.publish(subject, JSON.stringify(body), { headers: traceHeaders() });
  }

  /** Calls back with each JSON message; returns what ends the subscription. Messages that are not JSON are ignored. */
  subscribe(subject: string, onMessage: (body: unknown, subject: string) => void): () => void {
    const callback = (error: Error | null, message: Msg): void => {
      const body = error === null ? jsonIn(message) : undefined;
      if (body !== undefined) onMessage(body, message.subject);
    };
    const subscription = this.nc.subscribe(subject, { callback });
    return () => subscription.unsubscribe();
  }

  private async ask(subject: string, body: unknown, options: RequestOptions): Promise<Msg> {
    const timeout = options.timeoutMs ?? this.timeoutMs;
    const payload = JSON.stringify(body);
    const carried = headersFor(options);
    const once = (): Promise<Msg> => this.nc.request(subject, payload, { timeout, headers: carried });
    try {
      return await insist(() => this.whenSettled(once), this.again(options));
    } catch (cause) {
      throw toOrdenaError(cause, { subject, off: options.off ?? 'BUS_OFF', timeoutMs: timeout });
    }
  }

  private again({ repeatMs }: RequestOptions): Again | undefined {
    if (repeatMs === undefined) return undefined;
    return { everyMs: repeatMs, onLoss: (ask) => onBusChange(this.nc, ask), isUnheard: hasNoResponders };
  }

  /** Of a node that went one is told a moment after it went, so a cluster is given that moment. */
  private async mayComeBack(): Promise<boolean> {
    if (isCluster(this.nc) || isUnsettled(this.nc)) await sleep(LOOK_AGAIN_MS);
    return isUnsettled(this.nc);
  }

  /** "Nobody listens" is an answer once everybody who lost a NATS node had the time to find another. */
  private async whenSettled(ask: () => Promise<Msg>): Promise<Msg> {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (!hasNoResponders(error) || !(await this.mayComeBack())) throw error;
      }
    }
  }
}

const headersFor = ({ repeatMs }: RequestOptions): MsgHdrs | undefined => {
  const carried = traceHeaders();
  if (repeatMs === undefined) return carried;
  const named = carried ?? headers();
  named.set(REPEAT_HEADER, nuid.next());
  return named;
};

const traceHeaders = (): MsgHdrs | undefined => {
  const trace = currentTraceparent();
  if (trace === undefined) return undefined;
  const carried = headers();
  carried.set(TRACE_HEADER, trace);
  return carried;
};

const OFF_SENTENCE: Partial<Record<ErrorCode, string>> = {
  MACHINE_OFF: 'That PC is off or not connected. Turn it on and ask again.',
  PLANNER_OFF: 'The planner is not running. Start it and ask again.',
  GATEWAY_OFF: 'The gateway is not running. Start it and ask again.',
  FLEET_OFF: 'Nobody keeps the list of PCs on this NATS. Run the keeper (docs/operations.md) and ask again.',
};

const toOrdenaError = (cause: unknown, asked: { subject: string; off: ErrorCode; timeoutMs: number }): OrdenaError => {
  const details = machineIn(asked.subject);
  if (hasNoResponders(cause)) {
    const sentence = OFF_SENTENCE[asked.off] ?? 'Nobody listens on that subject. Check that its service runs.';
    return new OrdenaError(asked.off, sentence, { cause, details });
  }
  if (cause instanceof TimeoutError) {
    const seconds = Math.round(asked.timeoutMs / 1000);
    return new OrdenaError('TIMEOUT', `No answer within ${seconds} s. It may still be working; look at the history.`, {
      cause,
      details,
    });
  }
  if (cause instanceof InvalidArgumentError)
    return new OrdenaError('TOO_LARGE', 'That request is larger than one message; ask for less at once.', { cause });
  if (isForbidden(cause)) return new OrdenaError('FORBIDDEN', 'This process may not publish there.', { cause });
  return new OrdenaError('BUS_OFF', 'The connection to NATS is down. It comes back by itself; try again.', { cause });
};

const hasNoResponders = (cause: unknown): boolean =>
  cause instanceof NoRespondersError || (cause instanceof RequestError && cause.isNoResponders());

const isForbidden = (cause: unknown): boolean =>
  cause instanceof PermissionViolationError ||
  (cause instanceof Error && cause.cause instanceof PermissionViolationError);

const machineIn = (subject: string): { machine: string } | undefined => {
  const machine = /^ordena\.agent\.([^.]+)\./.exec(subject)?.[1];
  return machine === undefined ? undefined : { machine };
};

const jsonOf = (message: Msg, subject: string): unknown => {
  const body = jsonIn(message);
  if (body !== undefined) return body;
  throw new OrdenaError('INTERNAL', `The answer of ${subject} is not JSON.`);
};
