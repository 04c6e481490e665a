import type { ReplyOf, RequestOf } from '#contracts/operation';
import type { duplicates } from '#contracts/operations/duplicates';
import type { Desk } from '../desk.js';
import { formatLocation } from '../disk/location.js';
import { decodeCursor, encodeCursor } from '../selection/cursor.js';
import { compileFilter } from '../selection/filter.js';
import { type TwinSet, TwinSearch } from '../selection/twins.js';

type Request = RequestOf<typeof duplicates>;
type Reply = ReplyOf<typeof duplicates>;

const DEFAULT_LIMIT = 50;
const LOCATIONS_MAX = 100;
/** A reply stays below the 1 MiB that NATS carries, also where every path is long. */
const PAGE_MAX_BYTES = 600_000;
const ALL_BELOW = 64;

const isIndex = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const wasteOf = ({ size, files }: TwinSet): number => size * (files.length - 1);

/** Sets of files with one content below a folder, the largest waste first. Looks through all subfolders unless told. */
export function* answerDuplicates(desk: Desk, request: Request): Generator<void, Reply> {
  const { in: folder, select, limit = DEFAULT_LIMIT, cursor } = request;
  const target = desk.reach.toRead(folder);
  const start = cursor === undefined ? 0 : decodeCursor(cursor, [folder, select], isIndex);
  const filter = compileFilter({ depth: ALL_BELOW, ...select });
  const sets = yield* new TwinSearch(desk, { target, filter }).run();
  sets.sort((a, b) => wasteOf(b) - wasteOf(a) || (a.hash < b.hash ? -1 : 1));
  const page = pageOf(sets.slice(start, start + limit), target.place.name);
  const next = start + page.length;
  const truncated = next < sets.length;
  return {
    in: target.location,
    sets: page,
    totals: {
      sets: sets.length,
      files: sets.reduce((sum, { files }) => sum + files.length - 1, 0),
      bytes: sets.reduce((sum, set) => sum + wasteOf(set), 0),
    },
    truncated,
    ...(truncated && { cursor: encodeCursor([folder, select], next) }),
  };
}

const pageOf = (sets: readonly TwinSet[], place: string): Reply['sets'] => {
  const page: Reply['sets'] = [];
  let bytes = 0;
  for (const { size, hash, files } of sets) {
    const paths = files.slice(0, LOCATIONS_MAX);
    const locations = paths.map(({ parts, name }) => formatLocation({ place, parts: [...parts, name] }));
    bytes += locations.reduce((sum, location) => sum + Buffer.byteLength(location), 0);
    if (bytes > PAGE_MAX_BYTES && page.length > 0) break;
    page.push({ size, hash, copies: files.length, locations });
  }
  return page;
};
