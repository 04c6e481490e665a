import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CATALOG, isOperationName } from '#contracts/catalog';
import { OrdenaError } from '#contracts/errors';
import type { Machine } from '#contracts/machine';
import type { Operation } from '#contracts/operation';
import { BusClient } from '#nats/bus-client';
import { checked } from '../http/check.js';
import { Needs, requireScope, Who, type Caller } from '../who/caller.js';
import { Fleet } from './fleet.js';

@Controller('v1/machines')
@Needs('read')
export class MachinesController {
  constructor(
    private readonly fleet: Fleet,
    private readonly bus: BusClient,
  ) {}

  @Get()
  async list(@Who() caller: Caller): Promise<{ machines: Machine[] }> {
    return { machines: await this.fleet.list(caller) };
  }

  @Get(':machine')
  find(@Param('machine') machine: string, @Who() caller: Caller): Promise<Machine> {
    return this.fleet.find(caller, machine);
  }

  /** The catalog for programs: a read answers at once, a write answers a plan and changes nothing. */
  @Post(':machine/operations/:operation')
  @HttpCode(200)
  async run(
    @Param() at: { machine: string; operation: string },
    @Body() body: unknown,
    @Who() caller: Caller,
  ): Promise<unknown> {
    const operation = offered(at.operation);
    if (operation.effect === 'write') requireScope(caller, 'write');
    const request = checked(operation.request, body ?? {});
    const { machine } = await this.fleet.findOnline(caller, at.machine);
    return this.bus.call(machine, operation, request as object);
  }
}

/** Committing and discarding are decisions; they have doors of their own. */
const offered = (name: string): Operation => {
  const operation = isOperationName(name) ? CATALOG[name] : undefined;
  if (operation !== undefined && operation.effect !== 'decide') return operation;
  const names = Object.values<Operation>(CATALOG).filter(({ effect }) => effect !== 'decide');
  throw new OrdenaError('UNKNOWN_OPERATION', `There is no operation "${name.slice(0, 40)}".`, {
    details: { operation: name.slice(0, 40), operations: names.map((one) => one.name) },
  });
};
