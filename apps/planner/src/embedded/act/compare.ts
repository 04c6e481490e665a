import { comparedText, sameFolderText, tooManyToCompareText, type Comparison } from '#contracts/words/compared-text';
import type { Select } from '#contracts/selection';
import type { Clause } from '../grammar/clause.js';
import { inFolders } from './among.js';
import { callOn, checked, type FoundEntry } from './calls.js';
import type { Context } from './context.js';
import type { Job, Result } from './job.js';
import { sourceFolder } from './locate.js';
import { DEEP, look } from './looking.js';
import { selectsOf } from './selection.js';
import { LOOKUP } from './spoken.js';

/** Two folders side by side: what one has and the other has not, by the names and sizes of their files. */

/** What a tool answers is cut beyond this many, and so is a conversation beyond so many pages. */
const PAGE = 25;
const MOST = 200;

interface Listing {
  readonly folder: string;
  readonly files: FoundEntry[];
  readonly left: string[];
  total: number;
  cursor?: string | undefined;
}

type Pair = readonly [Listing, Listing];

export function* compare(context: Context, clause: Clause): Job<string> {
  const [first, second] = [yield* folderOf(context, clause, 0), yield* folderOf(context, clause, 1)];
  if (first === second) return sameFolderText(first, context.language);
  const select = { kind: 'file' as const, ...selectsOf(clause.things)[0], depth: DEEP };
  const pair: Pair = [newListing(first), newListing(second)];
  yield* list(context, pair, select);
  const { onlyFirst, ...found } = compared(pair, clause.lacking === true);
  const isAll = pair.every(isWhole);
  yield* speakOf(context, isAll ? onlyFirst : []);
  if (!isAll) return tooManyToCompareText(amountsOf(pair), MOST, context.language);
  return comparedText({ ...found, onlyFirst: onlyFirst.map((file) => named(file, pair[0])) }, context.language);
}

function* folderOf(context: Context, { locs }: Clause, at: number): Job<string> {
  return yield* sourceFolder(context, locs[at]!.loc);
}

const newListing = (folder: string): Listing => ({ folder, files: [], left: [], total: NaN });

const isWhole = ({ files, total }: Listing): boolean => files.length === total;

/** Page by page, both at once; of more than are compared no further page is asked for. */
function* list(context: Context, pair: Pair, select: Select): Job<void> {
  let open: readonly Listing[] = pair;
  while (open.length > 0) {
    const results = checked(yield open.map((listing) => pageOf(context, listing, select)), context);
    open.forEach((listing, at) => take(listing, results[at]!));
    open = pair.every(({ total }) => total <= MOST) ? open.filter(({ cursor }) => cursor !== undefined) : [];
  }
}

/** Never what "them" means: that is what the answer speaks of. */
const pageOf = (context: Context, { folder, cursor }: Listing, select: Select) =>
  callOn(context, 'find', {
    in: folder,
    select: { ...select, ...LOOKUP },
    sort: 'name',
    limit: PAGE,
    ...(cursor !== undefined && { cursor }),
  });

interface Page {
  readonly entries?: readonly FoundEntry[];
  readonly totals?: { readonly entries: number };
  readonly cursor?: string;
  readonly left?: readonly string[];
}

const take = (listing: Listing, result: Result): void => {
  const { entries = [], totals, cursor, left = [] } = result as Page;
  listing.files.push(...entries);
  listing.left.push(...left.filter((folder) => !listing.left.includes(folder)));
  // A page that was cut has lost files that no further page brings.
  Object.assign(listing, {
    total: totals?.entries ?? listing.total,
    cursor: result['cut'] === undefined ? cursor : undefined,
  });
};

/** Upper and lower case are one on most disks. */
const keyOf = ({ location }: FoundEntry, { folder }: Listing): string =>
  location
    .slice(folder.length + 1)
    .normalize('NFC')
    .toLowerCase();

const named = ({ location, size }: FoundEntry, { folder }: Listing) => ({
  name: location.slice(folder.length + 1),
  size,
});

/** A folder that lies in the other is no part of it here. */
const ownOf = ({ folder, files }: Listing, other: Listing): readonly FoundEntry[] =>
  other.folder.startsWith(`${folder}/`)
    ? files.filter(({ location }) => !location.startsWith(`${other.folder}/`))
    : files;

type Found = Omit<Comparison, 'onlyFirst'> & { readonly onlyFirst: readonly FoundEntry[] };

const compared = ([a, b]: Pair, lacking: boolean): Found => {
  const [first, second] = [ownOf(a, b), ownOf(b, a)];
  const [inFirst, inSecond] = [byKey(first, a), byKey(second, b)];
  const both = first.flatMap((file) => {
    const other = inSecond.get(keyOf(file, a));
    return other === undefined ? [] : [{ ...named(file, a), second: other.size }];
  });
  const otherSize = both.filter(({ size, second: other }) => size !== other);
  return {
    folders: [
      { location: a.folder, files: first.length },
      { location: b.folder, files: second.length },
    ],
    onlyFirst: first.filter((file) => !inSecond.has(keyOf(file, a))),
    onlySecond: second.filter((file) => !inFirst.has(keyOf(file, b))).map((file) => named(file, b)),
    otherSize,
    alike: both.length - otherSize.length,
    lacking,
    left: [...a.left, ...b.left],
  };
};

const byKey = (files: readonly FoundEntry[], listing: Listing): Map<string, FoundEntry> =>
  new Map(files.map((file) => [keyOf(file, listing), file]));

const amountsOf = (pair: Pair): Comparison['folders'] => {
  const [first, second] = pair.map(({ folder, total }) => ({ location: folder, files: total }));
  return [first!, second!];
};

const NAMES_MAX = 100;
const FOLDERS_MAX = 10;

/** "Copy them there" means what the first alone has; where that is nothing or too much to name, no older answer. */
function* speakOf(context: Context, files: readonly FoundEntry[]): Job<void> {
  const parts = inFolders(files).flatMap(({ from, selects }) => selects.map((select) => ({ in: from, select })));
  const isNameable = parts.length > 0 && parts.length <= FOLDERS_MAX;
  if (isNameable && parts.every(({ select }) => (select.names?.length ?? 0) <= NAMES_MAX))
    yield* look(context, { parts });
  else yield [callOn(context, 'places', {})];
}
