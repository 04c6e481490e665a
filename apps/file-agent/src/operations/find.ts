import { OrdenaError } from '#contracts/errors';
import { issue, refused } from '#contracts/issues';
import type { ReplyOf, RequestOf } from '#contracts/operation';
import type { find } from '#contracts/operations/find';
import type { Desk } from '../desk.js';
import { FolderCache } from '../disk/folder-cache.js';
import type { Place } from '../disk/place.js';
import { kindOf } from '../disk/sys.js';
import type { Target } from '../reach.js';
import { decodeCursor, encodeCursor } from '../selection/cursor.js';
import { entryView } from '../selection/entry-view.js';
import { compileFilter, type EntryFacts } from '../selection/filter.js';
import { type Found, Gatherer } from '../selection/gather.js';
import { isPosition, type Position, positionCompare } from '../selection/order.js';
import { OpenWalk } from '../selection/open-walk.js';
import { type Row, rowOf } from '../selection/row.js';
import { Sum } from '../selection/sum.js';
import { Top } from '../selection/top.js';
import { type Facts, type Page, Window } from '../selection/window.js';

type Request = RequestOf<typeof find>;
type Reply = ReplyOf<typeof find>;

const DEFAULT_LIMIT = 100;

/**
 * One pass over everything selected: totals of all of it, and the page asked for, kept small while passing. A page of a
 * folder with a million entries costs the time of a walk and the memory of some pages; the rows that come after it are
 * remembered for a while, so that the next pages cost no walk. Sorted by name, only what is shown is looked at.
 */
export function* answerFind(desk: Desk, request: Request): Generator<void, Reply> {
  const target = desk.reach.toRead(request.in);
  const single = singleEntry(target);
  if (single) return singleReply(target, single);
  const question = new Question(request, target);
  if (request.sort === 'disk' && question.limit > 0) return yield* asTheDiskLists(desk, question);
  const after = question.positionIn(isPosition);
  const known = after && desk.windows.recall(question.key, desk.now());
  const page = known?.window.page(after, question.limit);
  if (known && page) return sortedReply(question, page, known.facts);
  return yield* walkFor(desk, question, after);
}

class Question {
  readonly limit: number;
  readonly key: string;

  constructor(
    readonly request: Request,
    readonly target: Target,
  ) {
    const { in: folder, select, sort, order, limit } = request;
    if (sort === 'disk' && order !== undefined)
      throw refused('BAD_VALUE', [issue('order', 'not-with', ['sort: disk'])]);
    this.limit = limit ?? DEFAULT_LIMIT;
    this.key = JSON.stringify([folder, select, sort, order]);
  }

  /** What the cursor says about where to go on. */
  positionIn<P>(isOne: (value: unknown) => value is P): P | undefined {
    const { cursor } = this.request;
    return cursor === undefined ? undefined : decodeCursor(cursor, this.key, isOne);
  }

  /** Sizes are needed of all: to sum them up when nothing else is asked, or to sort by. */
  get measures(): 'all' | 'few' {
    const { sort } = this.request;
    return this.limit === 0 || sort === 'size' || sort === 'modified' ? 'all' : 'few';
  }

  reply({ rows, truncated }: Page, { totals, left }: Facts, next: unknown): Reply {
    return {
      in: this.target.location,
      entries: viewsOf(rows, this.target.place),
      totals,
      truncated,
      ...(truncated && { cursor: encodeCursor(this.key, next) }),
      ...(left.length > 0 && { left: [...left] }),
    };
  }
}

const sortedReply = (question: Question, page: Page, facts: Facts): Reply => {
  const last = page.rows.at(-1);
  const next = last && { value: last.value, name: last.name, folder: last.folder };
  return question.reply(page, facts, next);
};

function* walkFor(desk: Desk, question: Question, after: Position | undefined): Generator<void, Reply> {
  const { limit, target, request, measures } = question;
  const compare = positionCompare(request);
  const sum = new Sum();
  const top = new Top<Row>(limit, compare);
  const window = new Window(compare, after);
  const onFound = (found: Found): void => {
    sum.add(found);
    if (limit === 0) return;
    const row = rowOf(found, request, measures === 'few');
    window.offer(row);
    if (after === undefined || compare(row, after) > 0) top.offer(row);
  };
  const filter = compileFilter(request.select);
  const gatherer = new Gatherer(desk, { target, filter, entersSelected: true, measures, onFound });
  yield* gatherer.run();
  const facts = { totals: sum.totals, left: gatherer.left.locations };
  const rows = top.sorted();
  const truncated = limit > 0 && top.offered > rows.length;
  if (truncated) desk.windows.keep(question.key, desk.now(), { window, facts });
  return sortedReply(question, { rows, truncated }, facts);
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0;

/** Goes on where the page before ended; a walk that is no longer there is made again up to that entry. */
function* asTheDiskLists(desk: Desk, question: Question): Generator<void, Reply> {
  const given = question.positionIn(isCount) ?? 0;
  const filter = compileFilter(question.request.select);
  const walk = desk.openWalks.take(question.key, given) ?? new OpenWalk(desk, { target: question.target, filter });
  let goesOn = false;
  try {
    yield* walk.skip(given);
    const page = yield* walk.page(question.limit);
    const reply = question.reply(page, walk.facts, walk.given);
    goesOn = page.truncated;
    return reply;
  } finally {
    if (goesOn) desk.openWalks.keep(question.key, walk, question.limit);
    else walk.close();
  }
}

/** What went away since it was found is left out. */
const viewsOf = (rows: readonly Row[], place: Place): Reply['entries'] => {
  const folders = new FolderCache(place);
  try {
    return rows.flatMap((row) => {
      const facts = row.facts ?? lookNow(folders, row);
      return facts ? [entryView(row, facts, place.name)] : [];
    });
  } finally {
    folders.close();
  }
};

const lookNow = (folders: FolderCache, { parts, name }: Row): EntryFacts | undefined => {
  try {
    return folders.at(parts).look(name);
  } catch (error) {
    if (error instanceof OrdenaError) return undefined;
    throw error;
  }
};

/** A location that names something other than a folder answers just that. */
const singleEntry = ({ place, parts, mustBeFolder }: Target): (Found & { readonly facts: EntryFacts }) | undefined => {
  if (parts.length === 0 || mustBeFolder) return undefined;
  return place.walkTo(parts, (folder, name) => {
    const stat = folder.stat(name);
    if (!stat || kindOf(stat) === 'folder') return undefined;
    const facts = { size: Number(stat.size), mtimeMs: Number(stat.mtimeNs) / 1e6 };
    return { name, kind: kindOf(stat), parts: parts.slice(0, -1), facts };
  });
};

const singleReply = (target: Target, found: Found & { readonly facts: EntryFacts }): Reply => {
  const sum = new Sum();
  sum.add(found);
  const entries = [entryView(rowOf(found, {}, false), found.facts, target.place.name)];
  return { in: target.location, entries, totals: sum.totals, truncated: false };
};
