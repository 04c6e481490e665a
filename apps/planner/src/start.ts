import { ConsoleLogger, type INestMicroservice, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PLANNER_PREFIX, SERVICE } from '#contracts/subjects';
import { VERSION } from '#contracts/version';
import { NatsServiceStrategy } from '#nats/service.strategy';
import { AppModule, type PlannerApp } from './app.module.js';
import type { PlannerEnv } from './env.js';

const LEVELS: LogLevel[] = ['debug', 'log', 'warn', 'error', 'fatal'];

/** The planner as a NATS service: any number of them share the work through one queue group. */
export const startPlanner = async (app: PlannerApp, logLevel: PlannerEnv['logLevel']): Promise<INestMicroservice> => {
  await app.ladder.best();
  const strategy = new NatsServiceStrategy({
    nc: app.nc,
    name: SERVICE.planner,
    version: VERSION,
    prefix: PLANNER_PREFIX,
    metadata: app.ladder.shown,
  });
  const logger = new ConsoleLogger({ json: true, logLevels: LEVELS.slice(LEVELS.indexOf(logLevel)) });
  const service = await NestFactory.createMicroservice(AppModule.with(app), { strategy, logger });
  await service.listen();
  return service;
};
