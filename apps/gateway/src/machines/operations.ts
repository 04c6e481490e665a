import type { Readable } from 'node:stream';
import { CATALOG, isOperationName } from '#contracts/catalog';
import type { Language } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import type { Operation, ReplyOf, RequestOf } from '#contracts/operation';
import { find } from '#contracts/operations/find';
import type { BusClient } from '#nats/bus-client';
import { checked } from '../http/check.js';
import { requireScope, type Caller } from '../who/caller.js';
import type { Fleet } from './fleet.js';
import { asLines } from './lines.js';

export interface Asked {
  readonly machine: string;
  readonly operation: string;
  readonly body: unknown;
}

/** What one question to a PC brings at most. */
const PAGE = 1000;

/** The catalog for programs: a read answers at once, a write answers a plan and changes nothing. */
export class Operations {
  constructor(
    private readonly fleet: Fleet,
    private readonly bus: BusClient,
  ) {}

  async run(caller: Caller, ask: Asked): Promise<unknown> {
    const { machine, operation, request } = await this.allowed(caller, ask);
    return this.bus.call(machine, operation, request);
  }

  /** A list to its end, one entry a line. What is wrong from the start is thrown, as for a page. */
  async list(caller: Caller, ask: Asked, language: Language): Promise<Readable> {
    const { machine, request } = await this.allowed(caller, ask);
    const page = (cursor?: string): Promise<ReplyOf<typeof find>> =>
      this.bus.call(machine, find, {
        limit: PAGE,
        ...(request as RequestOf<typeof find>),
        ...(cursor !== undefined && { cursor }),
      });
    return asLines({ first: await page(), after: page }, language);
  }

  private async allowed(
    caller: Caller,
    ask: Asked,
  ): Promise<{ machine: string; operation: Operation; request: object }> {
    const operation = offered(ask.operation);
    if (operation.effect === 'write') requireScope(caller, 'write');
    const request = checked(operation.request, ask.body) as object;
    const { machine } = await this.fleet.findOnline(caller, ask.machine);
    return { machine, operation, request };
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
