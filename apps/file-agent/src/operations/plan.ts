import type { ReplyOf, RequestOf } from '#contracts/operation';
import type { plan } from '#contracts/operations/plan';
import type { PlanEntry, Receipt } from '#contracts/plan';
import type { Desk } from '../desk.js';
import type { StoredPlan } from '../disk/plan-store.js';
import { entryView } from '../planning/draft.js';
import { decodeCursor, encodeCursor } from '../selection/cursor.js';

type Reply = ReplyOf<typeof plan>;
const DEFAULT_LIMIT = 100;
/** Two long paths an entry: so many fit into a reply for certain. */
const PAGE_MAX_BYTES = 700_000;

const isOffset = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** One plan with its exact entries, page by page, and its receipt once it ran. Throws UNKNOWN_PLAN. */
export const answerPlan = (desk: Desk, request: RequestOf<typeof plan>): Reply => {
  const { planId, limit = DEFAULT_LIMIT, cursor } = request;
  const stored = desk.plans.load(planId);
  const start = cursor === undefined ? 0 : decodeCursor(cursor, planId, isOffset);
  const page = readPage(desk, planId, { start, limit });
  const receipt = desk.receiptOf(planId);
  return {
    plan: stored.plan,
    state: stateOf(desk, stored, receipt),
    ...(receipt && { receipt }),
    entries: page.entries,
    truncated: page.next !== undefined,
    ...(page.next !== undefined && { cursor: encodeCursor(planId, page.next) }),
  };
};

const readPage = (
  desk: Desk,
  planId: string,
  { start, limit }: { start: number; limit: number },
): { entries: PlanEntry[]; next?: number } => {
  const entries: PlanEntry[] = [];
  let next = start;
  let bytes = 0;
  for (const entry of desk.plans.entries(planId, start)) {
    bytes += entry.line.length;
    if (entries.length === limit || bytes > PAGE_MAX_BYTES) return limit === 0 ? { entries } : { entries, next };
    entries.push(entryView(entry.op));
    next = entry.next;
  }
  return { entries };
};

/** A running or committed plan is what its receipt says; an open one may have run out of time. */
const stateOf = (
  desk: Desk,
  { plan: { expiresAt }, state }: StoredPlan,
  receipt: Receipt | undefined,
): Reply['state'] => {
  if (receipt) return receipt.status === 'running' ? 'running' : 'committed';
  if (state === 'open' && desk.now() > Date.parse(expiresAt)) return 'expired';
  return state;
};
