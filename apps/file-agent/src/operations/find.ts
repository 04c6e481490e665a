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
import { isPosition, type Position, positionCompare, positionOf } from '../selection/order.js';
import { Top } from '../selection/top.js';

type Request = RequestOf<typeof find>;
type Reply = ReplyOf<typeof find>;
interface Row {
  readonly found: Found;
  readonly at: Position;
}

const DEFAULT_LIMIT = 100;

/**
 * One pass over everything selected: totals of all of it, and the page asked for, kept small while passing. A page of a
 * folder with a million entries therefore costs the time of a walk and the memory of a page.
 */
export function* answerFind(desk: Desk, request: Request): Generator<void, Reply> {
  const target = desk.reach.toRead(request.in);
  const single = singleEntry(target);
  if (single) return singleReply(target, single);
  const page = new Page(request, target);
  const gatherer = new Gatherer(desk.reach, {
    target,
    filter: compileFilter(request.select),
    entersSelected: true,
    onFound: (found) => page.add(found),
  });
  yield* gatherer.run();
  return { ...page.reply(), ...(gatherer.left.locations.length > 0 && { left: gatherer.left.locations }) };
}

class Page {
  private readonly totals = { entries: 0, files: 0, folders: 0, bytes: 0 };
  private readonly rows: Top<Row>;
  private readonly compare: (a: Position, b: Position) => number;
  private readonly after?: Position;
  private readonly question: unknown;
  private readonly limit: number;

  constructor(
    private readonly request: Request,
    private readonly target: Target,
  ) {
    const { in: folder, select, sort, order, limit, cursor } = request;
    this.question = [folder, select, sort, order];
    this.limit = limit ?? DEFAULT_LIMIT;
    this.compare = positionCompare(request);
    this.rows = new Top<Row>(this.limit, (a, b) => this.compare(a.at, b.at));
    if (cursor !== undefined) this.after = decodeCursor(cursor, this.question, isPosition);
  }

  add(found: Found): void {
    count(this.totals, found);
    if (this.limit === 0) return;
    const at = positionOf(found, this.request.sort);
    if (this.after === undefined || this.compare(at, this.after) > 0) this.rows.offer({ found, at });
  }

  reply(): Reply {
    const rows = this.rows.sorted();
    const truncated = this.limit > 0 && this.rows.offered > rows.length;
    return {
      in: this.target.location,
      entries: rows.map(({ found }) => entryView(found, this.target.place.name)),
      totals: this.totals,
      truncated,
      ...(truncated && { cursor: encodeCursor(this.question, rows.at(-1)!.at) }),
    };
  }
}

const count = (totals: Totals, { kind, stat }: Pick<Found, 'kind' | 'stat'>): void => {
  totals.entries++;
  if (kind === 'file') totals.files++;
  if (kind === 'folder') totals.folders++;
  if (kind === 'file') totals.bytes += Number(stat.size);
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
  return {
    in: target.location,
    entries: [entryView(found, target.place.name)],
    totals,
    truncated: false,
  };
};
