import { Module, type DynamicModule } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import { BusClient } from './bus-client.js';

/** Gives every provider of one process the same connection. */
@Module({})
export class BusModule {
  static forConnection(nc: NatsConnection): DynamicModule {
    const client = { provide: BusClient, useValue: new BusClient(nc) };
    return { module: BusModule, global: true, providers: [client], exports: [client] };
  }
}
