import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { MACHINE_ID } from '#contracts/http/chat-request.dto';
import type { MachineList } from '#contracts/http/views';
import type { Machine } from '#contracts/machine';
import { Describes } from '../docs/describes.js';
import { AVisit, type Visit } from '../http/visit.js';
import { Fleet } from './fleet.js';
import { LINES, wantsLines } from './lines.js';
import { Operations } from './operations.js';

@ApiTags('machines')
@Controller('v1/machines')
export class MachinesController {
  constructor(
    @Inject(Fleet) private readonly fleet: Fleet,
    @Inject(Operations) private readonly operations: Operations,
  ) {}

  @Get()
  @Describes({ name: 'listMachines', needs: 'read', summary: 'Every PC, and whether it is on', reply: 'MachineList' })
  async list(@AVisit() { caller }: Visit): Promise<MachineList> {
    return { machines: await this.fleet.list(caller) };
  }

  @Get(':machine')
  @ApiParam({ name: 'machine', schema: MACHINE_ID })
  @Describes({ name: 'getMachine', needs: 'read', summary: 'One PC', reply: 'Machine', errors: ['UNKNOWN_MACHINE'] })
  find(@Param('machine') machine: string, @AVisit() { caller }: Visit): Promise<Machine> {
    return this.fleet.find(caller, machine);
  }

  @Post(':machine/operations/:operation')
  @HttpCode(200)
  @ApiParam({ name: 'machine', schema: MACHINE_ID })
  @Describes({
    name: 'run',
    needs: 'read',
    summary: 'Run an operation of the catalog',
    words:
      'A read answers at once. A write answers a plan and changes nothing: `POST /v1/plans/{planId}/approve` carries it out. ' +
      'With `Accept: application/x-ndjson`, `find` answers everything instead of a page: one entry a line, then a line with the ' +
      'totals, or with the `error` that ended it.',
    body: Object,
    reply: 'Plan',
    errors: 'all',
  })
  async run(
    @Param() at: { machine: string; operation: string },
    @Body() body: unknown,
    @AVisit() { caller, language, request, reply }: Visit,
  ): Promise<unknown> {
    const ask = { ...at, body: body === undefined ? {} : body };
    if (!wantsLines(at.operation, request.headers.accept)) return this.operations.run(caller, ask);
    const lines = await this.operations.list(caller, ask, language);
    void reply.type(LINES);
    return lines;
  }
}
