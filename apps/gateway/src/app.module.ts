import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { ChatController } from './chat/chat.controller.js';
import { DocsController, OPENAPI, UI_FILES } from './docs/docs.controller.js';
import { readUiFiles } from './docs/ui-files.js';
import { EnrolmentsController } from './enrolment/enrolments.controller.js';
import { HealthController } from './health/health.controller.js';
import { MetricsController } from './health/metrics.controller.js';
import { MachinesController } from './machines/machines.controller.js';
import { PAGE_FILES, PageController } from './page/page.controller.js';
import { readPageFiles } from './page/page-files.js';
import { HistoryController } from './plans/history.controller.js';
import { PlansController } from './plans/plans.controller.js';
import { GateController } from './runs/gate.controller.js';
import { RunsController } from './runs/runs.controller.js';
import { SketchController } from './sketch/sketch.controller.js';
import { KeysController } from './who/keys.controller.js';
import type { Wired } from './wiring.js';

/** Nest carries the doors; what stands behind them is wired in wiring.ts. */
@Module({})
export class AppModule {
  static from(wired: Wired): DynamicModule {
    return {
      module: AppModule,
      controllers: [
        ChatController,
        RunsController,
        PlansController,
        HistoryController,
        EnrolmentsController,
        MachinesController,
        KeysController,
        HealthController,
        MetricsController,
        SketchController,
        DocsController,
        PageController,
        GateController,
      ],
      providers: [
        ...Object.values(wired).map(byItsClass),
        { provide: PAGE_FILES, useFactory: readPageFiles },
        { provide: UI_FILES, useFactory: readUiFiles },
        { provide: OPENAPI, useValue: {} },
      ],
    };
  }
}

const byItsClass = (part: Wired[keyof Wired]): Provider => ({ provide: part.constructor, useValue: part });
