import { CATALOG, isOperationName } from '#contracts/catalog';
import { OrdenaError } from '#contracts/errors';
import type { Operation } from '#contracts/operation';
import type { BusClient } from '#nats/bus-client';
import { checked } from '../http/check.js';
import { requireScope, type Caller } from '../who/caller.js';
import type { Fleet } from './fleet.js';

/** The catalog for programs: a read answers at once, a write answers a plan and changes nothing. */
export class Operations {
  constructor(
    private readonly fleet: Fleet,
    private readonly bus: BusClient,
  ) {}

  async run(caller: Caller, ask: { machine: string; operation: string; body: unknown }): Promise<unknown> {
    const operation = offered(ask.operation);
    if (operation.effect === 'write') requireScope(caller, 'write');
    const request = checked(operation.request, ask.body);
    const { machine } = await this.fleet.findOnline(caller, ask.machine);
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
