import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Health } from '#contracts/http/views';
import { Describes, refTo } from '../docs/describes.js';
import { HealthService } from './health.service.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(@Inject(HealthService) private readonly service: HealthService) {}

  @Get()
  @Describes({ name: 'getHealth', needs: 'nothing', summary: 'Do we live, and which planner answers', reply: 'Health' })
  health(): Promise<Health> {
    return this.service.health();
  }

  @Get('ready')
  @ApiResponse({ status: 503, description: 'Not ready', schema: refTo('Readiness') })
  @Describes({
    name: 'getReadiness',
    needs: 'nothing',
    summary: 'Can we work: NATS, a planner, at least one PC',
    reply: 'Readiness',
  })
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const readiness = await this.service.readiness();
    await reply.code(readiness.status === 'ready' ? 200 : 503).send(readiness);
  }
}
