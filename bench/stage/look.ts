import { find } from '#contracts/operations/find';
import type { ReplyOf } from '#contracts/operation';
import type { Spot } from './fixtures.js';
import type { Stage } from './stage.js';
import { MACHINE } from './stage.js';
import { timed } from './carry-out.js';

/** A question about a folder and all below it: how long the last answer took, and what it said. */
export interface Look {
  readonly stage: Stage;
  readonly spot: Spot;
  totals?: ReplyOf<typeof find>['totals'];
  /** How many entries came, on all pages that were asked for. */
  entries: number;
}

interface Looked {
  readonly names?: string[];
  readonly text?: string;
}

interface Paging {
  readonly limit?: number;
  readonly sort?: 'disk';
  readonly cursor?: string;
}

const MOST = 1000;

const ask = (look: Look, looked: Looked, paging: Paging = {}): Promise<ReplyOf<typeof find>> =>
  look.stage.bus.call(MACHINE, find, {
    in: look.spot.location,
    select: { kind: 'file', depth: 64, hidden: true, ...looked },
    limit: 0,
    ...paging,
  });

export const lookAtTree = async (stage: Stage): Promise<Look> => ({ stage, spot: stage.tree(), entries: 0 });

/** One page; without a limit none, only the totals. */
export const look = (state: Look, looked: Looked, paging?: Paging): Promise<number> =>
  timed(async () => {
    const { totals, entries } = await ask(state, looked, paging);
    state.totals = totals;
    state.entries = entries.length;
  });

/** Every page to the last. */
export const lookAtAll = (state: Look, looked: Looked): Promise<number> =>
  timed(async () => {
    state.entries = 0;
    let cursor: string | undefined;
    do {
      const page = await ask(state, looked, { limit: MOST, ...(cursor !== undefined && { cursor }) });
      state.entries += page.entries.length;
      state.totals = page.totals;
      cursor = page.cursor;
    } while (cursor !== undefined);
  });

export const expectFiles = (said: number | undefined, there: number): void => {
  if (said !== there) throw new Error(`${said} files were found where there are ${there}`);
};
