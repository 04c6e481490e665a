import { Logger } from '@nestjs/common';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import type { NatsConnection } from '@nats-io/transport-node';
import { lastValueFrom } from 'rxjs';
import type { OrdenaError } from '#contracts/errors';
import { checkedEndpoint, type EndpointContract } from './checked-endpoint.js';
import { leaveBus } from './connection.js';
import { MicroService, type Endpoint, type MicroServiceOptions } from './micro-service.js';

export interface NatsServiceOptions extends MicroServiceOptions {
  readonly nc: NatsConnection;
  /** Handlers declare relative names; the strategy puts them under this, e.g. `ordena.agent.pc1`. */
  readonly prefix: string;
}

/** Long enough for a chat that waits for a model; a second SIGTERM or SIGKILL ends it sooner. */
const DRAIN_GRACE_MS = 30_000;

/**
 * Nest's own NATS transport wraps messages in an envelope, so plain `nats req` gets no answer, and it drops work in
 * flight on SIGTERM. This one makes each `@Answers` method an endpoint of a NATS service (docs/decisions/0001).
 */
export class NatsServiceStrategy extends Server implements CustomTransportStrategy {
  protected override readonly logger = new Logger('wire');
  private readonly service: MicroService;

  constructor(private readonly options: NatsServiceOptions) {
    super();
    this.service = new MicroService(options.nc, { onError: (error, subject) => this.log(error, subject), ...options });
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    const endpoints = [...this.messageHandlers].map(([name, handler]) => this.toEndpoint(name, handler));
    try {
      await this.service.start(endpoints);
      callback();
    } catch (error) {
      callback(error);
    }
  }

  async close(): Promise<void> {
    if (this.options.nc.isClosed()) return;
    await this.service.drain(DRAIN_GRACE_MS);
    await leaveBus(this.options.nc);
  }

  on(): never {
    throw new Error('This transport has no events of its own; watch the connection status instead.');
  }

  unwrap<T>(): T {
    return this.service as T;
  }

  private toEndpoint(name: string, handler: MessageHandler): Endpoint {
    const { contract } = handler.extras as { contract: EndpointContract };
    const answer = async (request: unknown): Promise<unknown> =>
      lastValueFrom(this.transformToObservable(await handler(request, {})));
    return checkedEndpoint({ ...contract, name }, { prefix: this.options.prefix, answer });
  }

  private log(error: OrdenaError, subject: string): void {
    if (error.code === 'INTERNAL')
      this.logger.error({ subject, code: error.code, cause: String(error.cause) }, stackOf(error));
    else this.logger.debug({ subject, code: error.code });
  }
}

const stackOf = (error: OrdenaError): string | undefined =>
  error.cause instanceof Error ? error.cause.stack : error.stack;
