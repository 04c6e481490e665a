import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import { headers, nuid } from '@nats-io/transport-node';
import { OrdenaError } from '#contracts/errors';
import { EndpointStats } from './endpoint-stats.js';
import { REPEAT_HEADER, Repeats } from './repeats.js';
import { runWithTrace, TRACE_HEADER } from './trace.js';
import { asOrdenaError, errorHeaders, errorPayload } from './wire-error.js';

/** The NATS Services protocol, ADR-32, so that the stock `nats micro ls|info|stats|ping` tell the truth about us. */

export interface Endpoint {
  readonly name: string;
  readonly subject: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /** Plain JSON in, plain JSON out; throws OrdenaError. Anything else thrown is reported as INTERNAL. */
  readonly handle: (body: unknown) => Promise<unknown>;
}

export interface MicroServiceOptions {
  readonly name: string;
  /** SemVer. */
  readonly version: string;
  readonly description?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /** First part of the instance id, so that `nats micro stats` can say which PC a row is. */
  readonly instance?: string;
  readonly onError?: (error: OrdenaError, subject: string) => void;
}

/** Two instances on one subject share its requests; a plan must never be committed by both. */
const QUEUE = 'q';
const VERBS = ['PING', 'INFO', 'STATS'] as const;
type Verb = (typeof VERBS)[number];

export class MicroService {
  readonly id: string;
  private readonly started = new Date().toISOString();
  private readonly endpoints: { endpoint: Endpoint; stats: EndpointStats }[] = [];
  private readonly subscriptions: Subscription[] = [];
  private readonly inFlight = new Set<Promise<void>>();
  private readonly repeats = new Repeats();

  constructor(
    private readonly nc: NatsConnection,
    private readonly options: MicroServiceOptions,
  ) {
    this.id = options.instance === undefined ? nuid.next() : `${options.instance}-${nuid.next()}`;
  }

  /** Subscribes everything; resolves when the server knows, so that the first request after it is answered. */
  async start(endpoints: readonly Endpoint[]): Promise<void> {
    endpoints.forEach((endpoint) => this.serve(endpoint));
    VERBS.forEach((verb) => this.answerDiscovery(verb));
    await this.nc.flush();
  }

  /** Takes no more requests and waits until those taken are answered, at most `graceMs`; less when the bus is away. */
  async drain(graceMs: number): Promise<void> {
    await Promise.allSettled(this.subscriptions.map((subscription) => subscription.drain()));
    await Promise.race([Promise.all(this.inFlight), new Promise((done) => setTimeout(done, graceMs).unref())]);
    await this.nc.flush().catch(() => undefined); // nobody is there to be told
  }

  private serve(endpoint: Endpoint): void {
    const stats = new EndpointStats();
    this.endpoints.push({ endpoint, stats });
    const callback = (error: Error | null, message: Msg): void => {
      if (error !== null) return this.options.onError?.(asOrdenaError(error), endpoint.subject);
      const work = stats.measure(() => this.answer(endpoint, message));
      this.inFlight.add(work);
      void work.finally(() => this.inFlight.delete(work));
    };
    this.subscriptions.push(this.nc.subscribe(endpoint.subject, { queue: QUEUE, callback }));
  }

  /** Answers one request; returns the error it answered with, if any, for the statistics. */
  private async answer(endpoint: Endpoint, message: Msg): Promise<OrdenaError | undefined> {
    try {
      const question = message.headers?.get(REPEAT_HEADER);
      const handle = (): Promise<unknown> =>
        this.repeats.shared(question, async () => endpoint.handle(bodyOf(message)));
      const reply = await runWithTrace(message.headers?.get(TRACE_HEADER), handle);
      this.respond(message, this.encode(reply));
      return undefined;
    } catch (thrown) {
      const error = asOrdenaError(thrown);
      this.options.onError?.(error, endpoint.subject);
      this.respond(message, errorPayload(error), { headers: errorHeaders(error) });
      return error;
    }
  }

  /** Who is off the bus for good has nobody to answer; the work itself was done. */
  private respond(message: Msg, ...reply: Parameters<Msg['respond']>): void {
    if (!this.nc.isClosed()) message.respond(...reply);
  }

  private encode(reply: unknown): string {
    const text = JSON.stringify(reply ?? {});
    const limit = this.nc.info?.max_payload ?? 1_048_576;
    const size = Buffer.byteLength(text);
    if (size <= limit) return text;
    throw new OrdenaError('TOO_LARGE', 'The answer is larger than one message; ask for a smaller page.', {
      details: { sizeBytes: size, limitBytes: limit },
    });
  }

  private answerDiscovery(verb: Verb): void {
    const { name } = this.options;
    const callback = (error: Error | null, message: Msg): void => {
      if (error === null) message.respond(JSON.stringify(this.describe(verb)), { headers: headers() });
    };
    for (const subject of [`$SRV.${verb}`, `$SRV.${verb}.${name}`, `$SRV.${verb}.${name}.${this.id}`])
      this.subscriptions.push(this.nc.subscribe(subject, { callback }));
  }

  private describe(verb: Verb): object {
    const { name, version, description = '', metadata = {} } = this.options;
    const identity = { name, id: this.id, version, metadata };
    const type = `io.nats.micro.v1.${verb.toLowerCase()}_response`;
    if (verb === 'PING') return { ...identity, type };
    if (verb === 'INFO') return { ...identity, type, description, endpoints: this.endpoints.map(infoOf) };
    return { ...identity, type, started: this.started, endpoints: this.endpoints.map(statsOf) };
  }
}

const bodyOf = (message: Msg): unknown => {
  if (message.data.length === 0) return {};
  try {
    return message.json();
  } catch (cause) {
    throw new OrdenaError('BAD_REQUEST', 'That is not valid JSON; send one JSON object.', { cause });
  }
};

const infoOf = ({ endpoint }: { endpoint: Endpoint }): object => ({
  name: endpoint.name,
  subject: endpoint.subject,
  queue_group: QUEUE,
  metadata: endpoint.metadata ?? {},
});

const statsOf = ({ endpoint, stats }: { endpoint: Endpoint; stats: EndpointStats }): object => ({
  name: endpoint.name,
  subject: endpoint.subject,
  queue_group: QUEUE,
  ...stats.view(),
});
