import type { NatsConnection } from '@nats-io/transport-node';
import type { z } from 'zod';
import { asTableError } from '../http/problem.js';
import { BusClient, type RequestOptions } from '#nats/bus-client';
import type { Metrics } from './metrics.js';

/** The bus with a watch: how long each kind of request takes, and how it ends. */
export class MeasuredBus extends BusClient {
  constructor(
    nc: NatsConnection,
    private readonly metrics: Metrics,
    timeoutMs?: number,
  ) {
    super(nc, timeoutMs);
  }

  override within(timeoutMs: number): BusClient {
    return new MeasuredBus(this.nc, this.metrics, timeoutMs);
  }

  override async request<Schema extends z.ZodType>(
    subject: string,
    body: unknown,
    options: RequestOptions & { schema: Schema },
  ): Promise<z.output<Schema>> {
    const start = performance.now();
    const took = (result: string): void =>
      this.metrics.observe('ordena_bus_seconds', { to: kindOf(subject), result }, (performance.now() - start) / 1000);
    try {
      const reply = await super.request(subject, body, options);
      took('ok');
      return reply;
    } catch (error) {
      took(asTableError(error).code);
      throw error;
    }
  }
}

/** Without the machine, which would make one figure per PC. */
const kindOf = (subject: string): string =>
  subject.replace(/^ordena\.agent\.[^.]+\./, 'agent.').replace(/^ordena\./, '');
