import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import { BusClient } from '#nats/bus-client';
import { MachineDirectory } from '#nats/machine-directory';
import { ChatController } from './chat/chat.controller.js';
import { ChatService } from './chat/chat.service.js';
import { TalkStore } from './chat/talk-store.js';
import { DocsController, OPENAPI, UI_FILES } from './docs/docs.controller.js';
import { readUiFiles } from './docs/ui-files.js';
import type { GatewayEnv } from './env.js';
import { HealthController } from './health/health.controller.js';
import { HealthService } from './health/health.service.js';
import { MeasuredBus } from './health/measured-bus.js';
import { MetricsController } from './health/metrics.controller.js';
import { Metrics } from './health/metrics.js';
import { Fleet } from './machines/fleet.js';
import { MachinesController } from './machines/machines.controller.js';
import { PAGE_FILES, PageController } from './page/page.controller.js';
import { packageFolder, readPageFiles } from './page/page-files.js';
import { HistoryController } from './plans/history.controller.js';
import { HistoryService } from './plans/history.service.js';
import { PlanFinder } from './plans/plan-finder.js';
import { PlansController } from './plans/plans.controller.js';
import { PlansService } from './plans/plans.service.js';
import { Committer } from './runs/committer.js';
import { Decisions } from './runs/decisions.js';
import { Gate } from './runs/gate.js';
import { GateController } from './runs/gate.controller.js';
import { RunEvents } from './runs/run-events.js';
import { RunStore } from './runs/run-store.js';
import { RunsController } from './runs/runs.controller.js';
import { ManageFiles } from './sketch/manage-files.js';
import { SketchController } from './sketch/sketch.controller.js';
import { Door } from './who/door.js';

export interface Parts {
  readonly env: GatewayEnv;
  readonly nc: NatsConnection;
  readonly door: Door;
  readonly runs: RunStore;
  readonly talks: TalkStore;
  readonly directory: MachineDirectory;
  readonly metrics: Metrics;
}

@Module({})
export class AppModule {
  static from(parts: Parts): DynamicModule {
    return {
      module: AppModule,
      controllers: [
        ChatController,
        RunsController,
        PlansController,
        HistoryController,
        MachinesController,
        HealthController,
        MetricsController,
        SketchController,
        DocsController,
        PageController,
        GateController,
      ],
      providers: [
        ...given(parts),
        ...made(parts),
        PlanFinder,
        PlansService,
        HistoryService,
        HealthService,
        Decisions,
        ManageFiles,
      ],
    };
  }
}

/** What was opened before the application starts. */
const given = ({ nc, door, runs, talks, directory, metrics }: Parts): Provider[] => [
  { provide: BusClient, useValue: new MeasuredBus(nc, metrics) },
  { provide: Metrics, useValue: metrics },
  { provide: Door, useValue: door },
  { provide: RunStore, useValue: runs },
  { provide: TalkStore, useValue: talks },
  { provide: MachineDirectory, useValue: directory },
  { provide: PAGE_FILES, useFactory: () => readPageFiles(packageFolder('apps/gateway/public')) },
  { provide: UI_FILES, useFactory: readUiFiles },
  { provide: OPENAPI, useValue: {} },
];

/** What needs a setting of the environment beside its services. */
const made = ({ env }: Parts): Provider[] => [
  { provide: RunEvents, inject: [BusClient], useFactory: (bus: BusClient) => new RunEvents(bus) },
  Committer,
  {
    provide: Fleet,
    inject: [MachineDirectory],
    useFactory: (directory: MachineDirectory) => new Fleet(directory, env.machine),
  },
  {
    provide: Gate,
    inject: [RunStore, Committer, RunEvents, Metrics],
    useFactory: (...parts: [RunStore, Committer, RunEvents, Metrics]) => new Gate(env.ceilings, ...parts),
  },
  {
    provide: ChatService,
    inject: [BusClient, RunStore, TalkStore, Decisions, Fleet, Metrics],
    useFactory: (...parts: [BusClient, RunStore, TalkStore, Decisions, Fleet, Metrics]) =>
      new ChatService(env.mode, ...parts),
  },
];
