import { Module, type DynamicModule } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import { BusClient } from '#nats/bus-client';
import { BusModule } from '#nats/bus.module';
import { MachineDirectory } from '#nats/machine-directory';
import { Planner } from './loop/planner.js';
import { Conversations } from './memory/conversations.js';
import { Runs } from './memory/runs.js';
import type { Ladder } from './model/ladder.js';
import { PlannerController } from './planner.controller.js';

export interface PlannerApp {
  readonly nc: NatsConnection;
  readonly ladder: Ladder;
  readonly now?: () => Date;
  /** How long a silent planner counts as alive, ms. */
  readonly leaseMs?: number;
}

/** The wiring list. */
@Module({})
export class AppModule {
  static with({ nc, ladder, leaseMs, now = () => new Date() }: PlannerApp): DynamicModule {
    return {
      module: AppModule,
      imports: [BusModule.forConnection(nc)],
      controllers: [PlannerController],
      providers: [
        { provide: Conversations, useFactory: () => Conversations.open(nc) },
        { provide: Runs, useFactory: () => Runs.open(nc, leaseMs) },
        { provide: MachineDirectory, useFactory: startedDirectory, inject: [BusClient] },
        {
          provide: Planner,
          useFactory: (...[bus, directory, conversations, runs]: PlannerDependencies) =>
            new Planner({ bus, directory, conversations, runs, models: ladder, now }),
          inject: [BusClient, MachineDirectory, Conversations, Runs],
        },
      ],
    };
  }
}

type PlannerDependencies = [bus: BusClient, directory: MachineDirectory, conversations: Conversations, runs: Runs];

const startedDirectory = (bus: BusClient): MachineDirectory => {
  const directory = new MachineDirectory(bus);
  directory.start();
  return directory;
};
