import { Module, type DynamicModule } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import { BusClient } from '#nats/bus-client';
import { BusModule } from '#nats/bus.module';
import { Agent } from './agent.js';
import { FilesController } from './files.controller.js';
import type { DiskSettings } from './thread/messages.js';

@Module({})
export class AppModule {
  static for(nc: NatsConnection, settings: DiskSettings): DynamicModule {
    const agent = { provide: Agent, useFactory: (bus: BusClient) => new Agent(settings, bus), inject: [BusClient] };
    return {
      module: AppModule,
      imports: [BusModule.forConnection(nc)],
      controllers: [FilesController],
      providers: [agent],
    };
  }
}
