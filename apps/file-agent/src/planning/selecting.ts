import { OrdenaError } from '#contracts/errors';
import type { Select } from '#contracts/selection';
import type { Desk } from '../desk.js';
import type { Folder } from '../disk/folder.js';
import { refusal } from '../disk/refusal.js';
import { kindOf, type SysStat } from '../disk/sys.js';
import type { Target } from '../reach.js';
import { compileFilter, type EntryFacts } from '../selection/filter.js';
import { type Found, Gatherer } from '../selection/gather.js';
import { compareNames } from '../selection/name-order.js';
import { type Source, sourceOf } from './source.js';

export interface Asked {
  readonly from: Target;
  readonly select?: Select;
}

export interface Selected {
  /** One entry was named itself, so that its own rules hold: conflicts fail, limits refuse instead of skip. */
  readonly isSingle: boolean;
  readonly sources: readonly Source[];
  /** Selected, and left alone because the owner or the kind of file says so. */
  readonly spared: readonly Spared[];
}

export interface Spared {
  readonly name: string;
  readonly parts: readonly string[];
}

/** Exactly what a request means: the entry it names, or what its rule takes out of the folder it names, by name. */
export function* selectSources(
  desk: Desk,
  asked: Asked,
  skips?: (parts: readonly string[]) => boolean,
): Generator<void, Selected> {
  if (asked.select === undefined) return { isSingle: true, sources: [singleSource(desk, asked.from)], spared: [] };
  const sources: Source[] = [];
  const spared: Spared[] = [];
  const limit = desk.reach.config.quotas.entriesPerPlan;
  const filter = compileFilter(asked.select);
  const take = (found: Found, folder: Folder): void => {
    const stat = folder.stat(found.name);
    if (!stat || kindOf(stat) !== found.kind || !filter.factsFit(found.kind, factsOf(stat))) return;
    const source = desk.engine.disk.protection.mayMove(stat) ? sourceOf(found, stat) : undefined;
    if (source) sources.push(source);
    else spared.push({ name: found.name, parts: found.parts });
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
  sources.sort((a, b) => compareNames(a.name, b.name) || compareNames(a.parts.join('/'), b.parts.join('/')));
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

/** Throws PROTECTED for a place itself, NOT_FOUND, SPECIAL_FILE. */
const singleSource = (desk: Desk, { place, parts, mustBeFolder }: Target): Source =>
  place.walkTo(parts, (folder, name) => {
    const stat = folder.stat(name);
    if (!stat) throw refusal('NOT_FOUND', { name });
    const kind = kindOf(stat);
    if (mustBeFolder && kind !== 'folder') throw refusal('NOT_A_FOLDER', { name });
    if (!desk.engine.disk.protection.mayMove(stat)) throw refusal('PROTECTED', { name });
    const source = sourceOf({ name, kind, parts: parts.slice(0, -1) }, stat);
    if (!source) throw refusal('SPECIAL_FILE', { name });
    return source;
  });
