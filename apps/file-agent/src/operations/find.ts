import { OrdenaError } from '#contracts/errors';
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
import { type Row, rowOf } from '../selection/row.js';
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
  const question = new Question(request);
  const known = question.after && desk.windows.recall(question.key, desk.now());
  const page = known?.window.page(question.after, question.limit);
  if (known && page) return question.reply(target, page, known.facts);
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

  /** Sizes are needed of all: to sum them up when nothing else is asked, or to sort by. */
  get measures(): 'all' | 'few' {
    const { sort = 'name' } = this.request;
    return this.limit === 0 || sort !== 'name' ? 'all' : 'few';
  }

  reply(target: Target, { rows, truncated }: Page, { totals, left }: Facts): Reply {
    return {
      in: target.location,
      entries: viewsOf(rows, target.place),
      totals,
      truncated,
      ...(truncated && { cursor: encodeCursor(this.key, positionIn(rows)) }),
      ...(left.length > 0 && { left: [...left] }),
    };
  }
}

const positionIn = (rows: readonly Row[]): Position => {
  const { value, name, folder } = rows.at(-1)!;
  return { value, name, folder };
};

function* walkFor(desk: Desk, target: Target, question: Question): Generator<void, Reply> {
  const { limit, after, compare, request, measures } = question;
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
  const gatherer = new Gatherer(desk.reach, { target, filter, entersSelected: true, measures, onFound });
  yield* gatherer.run();
  const facts = { totals: sum.totals, left: gatherer.left.locations };
  const rows = top.sorted();
  const truncated = limit > 0 && top.offered > rows.length;
  if (truncated) desk.windows.keep(question.key, desk.now(), { window, facts });
  return question.reply(target, { rows, truncated }, facts);
}

class Sum {
  private readonly counts = { entries: 0, files: 0, folders: 0 };
  /** Undefined as soon as one file was not looked at: a sum of some would be a lie. */
  private bytes?: number = 0;

  add({ kind, facts }: Pick<Found, 'kind' | 'facts'>): void {
    this.counts.entries++;
    if (kind === 'folder') this.counts.folders++;
    if (kind !== 'file') return;
    this.counts.files++;
    if (this.bytes !== undefined) this.bytes = facts && this.bytes + facts.size;
  }

  get totals(): Facts['totals'] {
    return { ...this.counts, ...(this.bytes !== undefined && { bytes: this.bytes }) };
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
