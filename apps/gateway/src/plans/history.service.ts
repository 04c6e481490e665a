import { z } from 'zod';
import { CATALOG } from '#contracts/catalog';
import { OrdenaError } from '#contracts/errors';
import { issue, refused } from '#contracts/issues';
import type { HistoryPage } from '#contracts/http/views';
import { MachineIdSchema } from '#contracts/machine';
import type { ReplyOf } from '#contracts/operation';
import { PlanIdSchema } from '#contracts/plan';
import type { BusClient } from '#nats/bus-client';
import type { Fleet } from '../machines/fleet.js';
import type { Caller } from '../who/caller.js';

type MachinePage = ReplyOf<typeof CATALOG.history>;
type HistoryReceipt = MachinePage['receipts'][number];

/** The last receipt shown of each machine: what is done meanwhile comes before it and moves nothing. */
const CursorSchema = z.record(MachineIdSchema, PlanIdSchema);
type Position = z.output<typeof CursorSchema>;
const DEFAULT_LIMIT = 20;
const PAGE_OF_MACHINE = 200;

/** What was done on all machines, newest first; each machine's journal is the only truth, so nothing is kept here. */
export class HistoryService {
  constructor(
    private readonly fleet: Fleet,
    private readonly bus: BusClient,
  ) {}

  async page(caller: Caller, query: { machine?: string; limit?: number; cursor?: string }): Promise<HistoryPage> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const shown = positionIn(query.cursor);
    const machines = await this.machinesFor(caller, query.machine);
    const pages = await Promise.all(machines.map((machine) => this.after(machine, shown[machine], limit)));
    const merged = pages.flatMap((page) => page?.receipts ?? []).sort((a, b) => (a.at < b.at ? 1 : -1));
    const receipts = merged.slice(0, limit);
    const truncated = merged.length > limit || pages.some((page) => page?.truncated);
    const off = machines.filter((_, index) => pages[index] === undefined);
    return { receipts, truncated, off, ...(truncated && { cursor: cursorAfter(shown, receipts) }) };
  }

  private async machinesFor(caller: Caller, machine: string | undefined): Promise<string[]> {
    if (machine !== undefined) return [(await this.fleet.findOnline(caller, machine)).machine];
    return (await this.fleet.list(caller)).map((known) => known.machine);
  }

  /** The machine's own cursor is followed until the last one shown is behind us. */
  private async after(machine: string, lastShown: string | undefined, limit: number): Promise<MachinePage | undefined> {
    const receipts: HistoryReceipt[] = [];
    let cursor: string | undefined;
    try {
      do {
        const page = await this.bus.call(machine, CATALOG.history, { limit: PAGE_OF_MACHINE, cursor });
        receipts.push(...page.receipts);
        cursor = page.truncated ? page.cursor : undefined;
      } while (cursor !== undefined && behind(receipts, lastShown).length < limit);
    } catch (error) {
      if (error instanceof OrdenaError && ['MACHINE_OFF', 'TIMEOUT'].includes(error.code)) return undefined;
      throw error;
    }
    return { receipts: behind(receipts, lastShown), truncated: cursor !== undefined };
  }
}

const behind = (receipts: HistoryReceipt[], lastShown: string | undefined): HistoryReceipt[] => {
  if (lastShown === undefined) return receipts;
  const at = receipts.findIndex(({ planId }) => planId === lastShown);
  return at === -1 ? [] : receipts.slice(at + 1);
};

const positionIn = (cursor: string | undefined): Position => {
  if (cursor === undefined) return {};
  try {
    return CursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw refused('BAD_VALUE', [issue('cursor', 'cursor')]);
  }
};

const cursorAfter = (shown: Position, receipts: HistoryReceipt[]): string => {
  const last = Object.fromEntries(receipts.map(({ machine, planId }) => [machine, planId]));
  return Buffer.from(JSON.stringify({ ...shown, ...last })).toString('base64url');
};
