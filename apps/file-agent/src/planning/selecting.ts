import { OrdenaError } from '#contracts/errors';
import type { Select } from '#contracts/selection';
import type { Desk } from '../desk.js';
import type { Folder } from '../disk/folder.js';
import type { Place } from '../disk/place.js';
import { refusal } from '../disk/refusal.js';
import { kindOf, type SysStat } from '../disk/sys.js';
import type { Target } from '../reach.js';
import { compileFilter, type EntryFacts } from '../selection/filter.js';
import { type Found, Gatherer } from '../selection/gather.js';
import { SourceList } from './source-list.js';

export interface Asked {
  readonly from: Target;
  readonly select?: Select;
}

export interface Selected {
  /** One entry was named itself, so that its own rules hold: conflicts fail, limits refuse instead of skip. */
  readonly isSingle: boolean;
  readonly sources: SourceList;
  /** Selected, and left alone because the owner or the kind of file says so. */
  readonly spared: readonly Spared[];
}

export interface Spared {
  readonly name: string;
  readonly parts: readonly string[];
}

/** A plan of so many needs the room that pages of an answer hold; whoever reads on costs one more walk. */
const LARGE = 50_000;

/** Exactly what a request means: the entry it names, or what its rule takes out of the folder it names, by name. */
export function* selectSources(
  desk: Desk,
  asked: Asked,
  skips?: (parts: readonly string[]) => boolean,
): Generator<void, Selected> {
  if (asked.select === undefined) return { isSingle: true, sources: singleSource(desk, asked.from), spared: [] };
  const sources = new SourceList(asked.from.place.dev);
  const spared: Spared[] = [];
  const limit = desk.reach.config.quotas.entriesPerPlan;
  const filter = compileFilter(asked.select);
  const take = (found: Found, folder: Folder): void => {
    const stat = folder.stat(found.name);
    if (!stat || kindOf(stat) !== found.kind || !filter.factsFit(found.kind, factsOf(stat))) return;
    const isTaken = forbids(desk, asked.from.place, stat) === undefined && sources.add(found, stat);
    if (!isTaken) spared.push({ name: found.name, parts: found.parts });
    if (sources.length === LARGE) desk.windows.forget();
    if (sources.length > limit) throw tooMany(limit);
  };
  yield* new Gatherer(desk, {
    target: asked.from,
    filter,
    entersSelected: false,
    measures: 'none',
    onFound: take,
    onSensitive: ({ name, parts }) => void spared.push({ name, parts }),
    skips,
  }).run();
  sources.sort();
  return { isSingle: false, sources, spared };
}

const factsOf = ({ size, mtimeNs }: SysStat): EntryFacts => ({ size: Number(size), mtimeMs: Number(mtimeNs) / 1e6 });

const tooMany = (limit: number): OrdenaError =>
  new OrdenaError(
    'TOO_MANY',
    `That is more than the ${limit} entries its owner allows in one plan; narrow the selection.`,
    {
      details: { limit },
    },
  );

/** What is the agent's own stays, and what another disk is mounted on. */
const forbids = (desk: Desk, place: Place, stat: SysStat): 'PROTECTED' | 'MOUNT' | undefined => {
  if (!desk.engine.disk.protection.mayMove(stat)) return 'PROTECTED';
  return stat.dev === place.dev ? undefined : 'MOUNT';
};

/** Throws PROTECTED for a place itself, NOT_FOUND, SPECIAL_FILE, MOUNT. */
const singleSource = (desk: Desk, { place, parts, mustBeFolder }: Target): SourceList =>
  place.walkTo(parts, (folder, name) => {
    const stat = folder.stat(name);
    if (!stat) throw refusal('NOT_FOUND', { name });
    const kind = kindOf(stat);
    if (mustBeFolder && kind !== 'folder') throw refusal('NOT_A_FOLDER', { name });
    const code = forbids(desk, place, stat);
    if (code) throw refusal(code, { name });
    const single = new SourceList(place.dev);
    if (!single.add({ name, kind, parts: parts.slice(0, -1) }, stat)) throw refusal('SPECIAL_FILE', { name });
    return single;
  });
