import type { ReplyOf, RequestOf } from '#contracts/operation';
import type { history } from '#contracts/operations/history';
import type { Desk } from '../desk.js';
import { decodeCursor, encodeCursor } from '../selection/cursor.js';

type Reply = ReplyOf<typeof history>;
const DEFAULT_LIMIT = 20;
const PAGE_MAX_BYTES = 700_000;

const isPlanId = (value: unknown): value is string => typeof value === 'string';

/** Newest first. A page ends before it gets too large for one reply: fifty entries with long paths weigh a lot. */
export const answerHistory = (desk: Desk, request: RequestOf<typeof history>): Reply => {
  const { limit = DEFAULT_LIMIT, cursor } = request;
  const before = cursor === undefined ? undefined : decodeCursor(cursor, 'history', isPlanId);
  const receipts: Reply['receipts'] = [];
  let bytes = 0;
  for (const receipt of desk.engine.history.receipts(before)) {
    bytes += Buffer.byteLength(JSON.stringify(receipt));
    if (receipts.length === limit || (bytes > PAGE_MAX_BYTES && receipts.length > 0)) {
      return { receipts, truncated: true, cursor: encodeCursor('history', receipts.at(-1)!.planId) };
    }
    receipts.push(receipt);
  }
  return { receipts, truncated: false };
};
