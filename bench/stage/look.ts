import { find } from '#contracts/operations/find';
import type { ReplyOf } from '#contracts/operation';
import type { Stage } from './stage.js';
import { MACHINE } from './stage.js';
import { timed } from './carry-out.js';

/** A question about the tree: how long the last answer took, and what it said. */
export interface Look {
  readonly stage: Stage;
  totals?: ReplyOf<typeof find>['totals'];
}

export const look = (state: Look, request: Parameters<typeof askFind>[1]): Promise<number> =>
  timed(async () => {
    state.totals = (await askFind(state.stage, request)).totals;
  });

const askFind = (
  stage: Stage,
  select: { names?: string[]; text?: string; limit?: number },
): Promise<ReplyOf<typeof find>> => {
  const { limit = 0, ...filter } = select;
  return stage.bus.call(MACHINE, find, {
    in: stage.tree().location,
    select: { kind: 'file', depth: 64, hidden: true, ...filter },
    limit,
  });
};

export const expectFiles = (said: number | undefined, there: number): void => {
  if (said !== there) throw new Error(`${said} files were found where there are ${there}`);
};
