import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Needs } from '../who/caller.js';
import { HealthService, type Health } from './health.service.js';

@Controller('health')
@Needs('nothing')
export class HealthController {
  constructor(private readonly service: HealthService) {}

  /** Do we live? */
  @Get()
  health(): Promise<Health> {
    return this.service.health();
  }

  /** Can we work: NATS, a planner, at least one machine. */
  @Get('ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const readiness = await this.service.readiness();
    await reply.code(readiness.status === 'ready' ? 200 : 503).send(readiness);
  }
}
