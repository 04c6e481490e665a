import type { Totals } from '#contracts/entry';
import type { ReplyOf, RequestOf } from '#contracts/operation';
import type { find } from '#contracts/operations/find';
import type { Desk } from '../desk.js';
import { kindOf } from '../disk/sys.js';
import type { Target } from '../reach.js';
import { decodeCursor, encodeCursor } from '../selection/cursor.js';
import { entryView } from '../selection/entry-view.js';
import { compileFilter } from '../selection/filter.js';
import { type Found, Gatherer } from '../selection/gather.js';
import { type Facts, Listing } from '../selection/listing.js';
import { isPosition, type Position, positionCompare } from '../selection/order.js';
import { type Row, rowOf } from '../selection/row.js';
import { Top } from '../selection/top.js';

type Request = RequestOf<typeof find>;
type Reply = ReplyOf<typeof find>;

const DEFAULT_LIMIT = 100;

/**
 * One pass over everything selected: totals of all of it, and the page asked for, kept small while passing. A page of a
 * folder with a million entries costs the time of a walk and the memory of a page; smaller answers are remembered for a
 * while, so that their next pages cost no walk.
 */
export function* answerFind(desk: Desk, request: Request): Generator<void, Reply> {
  const target = desk.reach.toRead(request.in);
  const single = singleEntry(target);
  if (single) return singleReply(target, single);
  const question = new Question(request);
  const known = question.after && desk.listings.recall(question.key, desk.now());
  if (known) return question.reply(target, known.listing.page(question.after!, question.limit), known.facts);
  return yield* walkFor(desk, target, question);
}

class Question {
  readonly limit: number;
  readonly key: string;
  readonly after?: Position;
  readonly compare: (a: Position, b: Position) => number;

  constructor(readonly request: Request) {
    const { in: folder, select, sort, order, limit, cursor } = request;
    this.limit = limit ?? DEFAULT_LIMIT;
    this.key = JSON.stringify([folder, select, sort, order]);
    this.compare = positionCompare(request);
    if (cursor !== undefined) this.after = decodeCursor(cursor, this.key, isPosition);
  }

  reply(target: Target, { rows, truncated }: { rows: Row[]; truncated: boolean }, { totals, left }: Facts): Reply {
    return {
      in: target.location,
      entries: rows.map((row) => entryView(row, target.place.name)),
      totals,
      truncated,
      ...(truncated && { cursor: encodeCursor(this.key, rows.at(-1)!.at) }),
      ...(left.length > 0 && { left: [...left] }),
    };
  }
}

function* walkFor(desk: Desk, target: Target, question: Question): Generator<void, Reply> {
  const { limit, after, compare, request } = question;
  const totals = { entries: 0, files: 0, folders: 0, bytes: 0 };
  const top = new Top<Row>(limit, (a, b) => compare(a.at, b.at));
  const listing = new Listing(compare);
  const onFound = (found: Found): void => {
    count(totals, found);
    if (limit === 0) return;
    const row = rowOf(found, request.sort);
    listing.add(row);
    if (after === undefined || compare(row.at, after) > 0) top.offer(row);
  };
  const filter = compileFilter(request.select);
  const gatherer = new Gatherer(desk.reach, { target, filter, entersSelected: true, onFound });
  yield* gatherer.run();
  const facts = { totals, left: gatherer.left.locations };
  const rows = top.sorted();
  const truncated = limit > 0 && top.offered > rows.length;
  if (truncated) desk.listings.keep(question.key, desk.now(), { listing, facts });
  return question.reply(target, { rows, truncated }, facts);
}

const count = (totals: Totals, { kind, stat }: Pick<Found, 'kind' | 'stat'>): void => {
  totals.entries++;
  if (kind === 'folder') totals.folders++;
  if (kind !== 'file') return;
  totals.files++;
  totals.bytes += Number(stat.size);
};

/** A location that names something other than a folder answers just that. */
const singleEntry = ({ place, parts, mustBeFolder }: Target): Found | undefined => {
  if (parts.length === 0 || mustBeFolder) return undefined;
  return place.walkTo(parts, (folder, name) => {
    const stat = folder.stat(name);
    const kind = stat && kindOf(stat);
    return kind === undefined || kind === 'folder' ? undefined : { name, kind, parts: parts.slice(0, -1), stat: stat! };
  });
};

const singleReply = (target: Target, found: Found): Reply => {
  const totals = { entries: 0, files: 0, folders: 0, bytes: 0 };
  count(totals, found);
  const entries = [entryView(rowOf(found, 'name'), target.place.name)];
  return { in: target.location, entries, totals, truncated: false };
};
