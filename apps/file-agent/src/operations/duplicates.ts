import type { ReplyOf, RequestOf } from '#contracts/operation';
import type { duplicates } from '#contracts/operations/duplicates';
import type { Desk } from '../desk.js';
import { formatLocation } from '../disk/location.js';
import type { Target } from '../reach.js';
import { refuseOverlap } from '../selection/apart.js';
import { decodeCursor, encodeCursor } from '../selection/cursor.js';
import { compileFilter } from '../selection/filter.js';
import { type Side, type TwinSet, TwinSearch } from '../selection/twins.js';

type Request = RequestOf<typeof duplicates>;
type Reply = ReplyOf<typeof duplicates>;

const DEFAULT_LIMIT = 50;
const LOCATIONS_MAX = 100;
/** A reply stays below the 1 MiB that NATS carries, also where every path is long. */
const PAGE_MAX_BYTES = 600_000;
const ALL_BELOW = 64;

const isIndex = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const filesOf = ({ files }: TwinSet, side: number): TwinSet['files'] => files.filter((each) => each.side === side);
/** Those beyond the one that would do; where the other folder has that one, all that are here. */
const extraOf = (set: TwinSet): number => Math.min(set.files.length - 1, filesOf(set, 0).length);
const wasteOf = (set: TwinSet): number => set.size * extraOf(set);

/**
 * Sets of files with one content below a folder, or below it and another one, the largest waste first. Looks through all
 * subfolders unless told.
 */
export function* answerDuplicates(desk: Desk, request: Request): Generator<void, Reply> {
  const { in: folder, with: other, select, limit = DEFAULT_LIMIT, cursor } = request;
  const question = [folder, select, other];
  const sides = sidesOf(desk, request);
  const start = cursor === undefined ? 0 : decodeCursor(cursor, question, isIndex);
  const sets = yield* new TwinSearch(desk, sides).run();
  sets.sort((a, b) => wasteOf(b) - wasteOf(a) || (a.hash < b.hash ? -1 : 1));
  const page = pageOf(sets.slice(start, start + limit), sides);
  const next = start + page.length;
  const truncated = next < sets.length;
  return {
    in: sides[0].target.location,
    ...(sides[1] && { with: sides[1].target.location }),
    sets: page,
    totals: {
      sets: sets.length,
      files: sets.reduce((sum, set) => sum + extraOf(set), 0),
      bytes: sets.reduce((sum, set) => sum + wasteOf(set), 0),
    },
    truncated,
    ...(truncated && { cursor: encodeCursor(question, next) }),
  };
}

/** What is selected is of the first folder; a copy of it in the other may be called as it likes. */
const sidesOf = (
  { reach }: Desk,
  { in: folder, with: other, select }: Request,
): readonly [Side] | readonly [Side, Side] => {
  const here = { target: reach.toRead(folder), filter: compileFilter({ depth: ALL_BELOW, ...select }) };
  if (other === undefined) return [here];
  const there = reach.toRead(other);
  refuseOverlap(here.target, there);
  const { hidden, size } = select ?? {};
  return [here, { target: there, filter: compileFilter({ depth: ALL_BELOW, hidden, size }) }];
};

const pageOf = (sets: readonly TwinSet[], sides: readonly Side[]): Reply['sets'] => {
  const page: Reply['sets'] = [];
  let bytes = 0;
  for (const set of sets) {
    const [locations = [], other] = sides.map(({ target }, side) => locationsOf(filesOf(set, side), target));
    bytes += [...locations, ...(other ?? [])].reduce((sum, location) => sum + Buffer.byteLength(location), 0);
    if (bytes > PAGE_MAX_BYTES && page.length > 0) break;
    const { size, hash, files } = set;
    page.push({ size, hash, copies: files.length, locations, ...(other && { with: other }) });
  }
  return page;
};

const locationsOf = (files: TwinSet['files'], { place }: Target): string[] =>
  files
    .slice(0, LOCATIONS_MAX)
    .map(({ parts, name }) => formatLocation({ place: place.name, parts: [...parts, name] }));
