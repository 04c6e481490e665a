import { OrdenaError } from '#contracts/errors';
import type { Plan } from '#contracts/plan';
import type { OnConflict, Select } from '#contracts/selection';
import type { Desk } from '../desk.js';
import type { PlacePath } from '../disk/location.js';
import { refusal } from '../disk/refusal.js';
import type { Target } from '../reach.js';
import { Arranger, type Settled, type Want, type Wants } from './arrange.js';
import { Destination, type Spot } from './destination.js';
import { Draft } from './draft.js';
import { measureFolder } from './measure.js';
import { type Selected, selectSources } from './selecting.js';
import { pathOf, type Source } from './source.js';
import type { SourceList } from './source-list.js';
import { TargetFolders } from './target-folders.js';

export interface TransferRequest {
  readonly from: string;
  readonly select?: Select;
  readonly to: string;
  readonly onConflict?: OnConflict;
}

/** What a move and a copy do differently. */
export interface Manner {
  readonly action: 'move' | 'copy';
  /** Whether this entry's content may be taken there at all; single entries are refused with the reason. */
  refuses?(source: Source, from: Target): OrdenaError | undefined;
}

/** Plans taking entries to another folder. Throws INTO_SELF, EXISTS, PLAN_CONFLICT, NOT_A_FOLDER, NOTHING_TO_DO, … */
export function* planTransfer(desk: Desk, request: TransferRequest, manner: Manner): Generator<void, Plan> {
  const from = manner.action === 'move' ? desk.reach.toChange(request.from) : desk.reach.parseAllowed(request.from);
  const to = desk.reach.toChange(request.to);
  const targets = new TargetFolders(to.place, desk.reach);
  const draft = new Draft(desk, { operation: manner.action, from: from.location, to: to.location });
  try {
    return yield* new Transfer(desk, { request, manner, from, to, targets, draft }).run();
  } catch (error) {
    draft.abandon();
    throw error;
  } finally {
    targets.close();
  }
}

interface Parts {
  readonly request: TransferRequest;
  readonly manner: Manner;
  readonly from: Target;
  readonly to: Target;
  readonly targets: TargetFolders;
  readonly draft: Draft;
}

class Transfer {
  constructor(
    private readonly desk: Desk,
    private readonly the: Parts,
  ) {}

  *run(): Generator<void, Plan> {
    const { from, request, draft } = this.the;
    const inside = this.fixedInside();
    const selected = yield* selectSources(this.desk, { from, select: request.select }, (parts) =>
      this.isOnTheWay(parts, inside),
    );
    for (const spared of selected.spared) draft.skip({ kind: 'file', from: this.at([...spared.parts, spared.name]) });
    const wants = yield* this.wants(selected);
    yield* this.settleAll(wants, selected.isSingle);
    return draft.finish(selected.isSingle ? 'It is already there, so there is nothing to do.' : undefined);
  }

  /** The destination's fixed folders: never selected nor looked into, though they may lie inside the source. */
  private fixedInside(): readonly string[] | undefined {
    const { from, to } = this.the;
    return from.place === to.place ? new Destination(to).fixedParts : undefined;
  }

  private isOnTheWay(parts: readonly string[], fixed: readonly string[] | undefined): boolean {
    return fixed !== undefined && parts.length <= fixed.length && parts.every((part, at) => part === fixed[at]);
  }

  private *wants(selected: Selected): Generator<void, Wants> {
    const { targets, from } = this.the;
    const { sources } = selected;
    const destination = this.destination(selected);
    const below = selected.isSingle ? from.parts.length - 1 : from.parts.length;
    const spotOf = (source: Source, at: number): Spot => destination.spotFor(source, { n: at + 1, below });
    const staying = yield* this.staying(selected, yield* foldersUsed(sources, spotOf));
    const at = (index: number): Want | undefined => {
      if (staying.has(index)) return undefined;
      const source = sources.at(index);
      const { folder, name } = spotOf(source, index);
      return { source, folder: targets.at(folder), name };
    };
    return { length: sources.length, at };
  }

  private *staying({ sources, isSingle }: Selected, used: ReadonlySet<string>): Generator<void, Set<number>> {
    const staying = new Set<number>();
    for (let at = 0; at < sources.length; at++) {
      if (at % 1024 === 1023) yield;
      if (!this.mayGo(sources.at(at), isSingle, used)) staying.add(at);
    }
    return staying;
  }

  private destination(selected: Selected): Destination {
    const { to, targets } = this.the;
    const single = selected.isSingle ? selected.sources.at(0) : undefined;
    const folderLike = (parent: readonly string[], words: readonly string[]): string | undefined =>
      targets.folderLike(parent, words);
    if (!single) return new Destination(to, { folderLike });
    return new Destination(to, { single, folderExists: isFolderThere(targets, to.parts), folderLike });
  }

  /** A folder cannot go below itself; in bulk the folders that the others go to stay where they are. */
  private mayGo(source: Source, isSingle: boolean, used: ReadonlySet<string>): boolean {
    const { manner, from, to, draft } = this.the;
    const parts = [...source.parts, source.name];
    const holdsTarget = source.kind === 'folder' && from.place === to.place && used.has(parts.join('/'));
    if (holdsTarget && isSingle) throw refusal('INTO_SELF', { name: source.name });
    if (holdsTarget) return false;
    const refused = manner.refuses?.(source, from);
    if (refused && isSingle) throw refused;
    if (refused) draft.skip({ kind: source.kind, from: this.at(parts) });
    return !refused;
  }

  private *settleAll(wants: Wants, isSingle: boolean): Generator<void, void> {
    const { targets, request, manner, from, to } = this.the;
    const policy = request.onConflict ?? (isSingle ? 'fail' : 'number');
    const vacates = manner.action === 'move';
    let count = 0;
    const arranger = new Arranger(wants, { targets, policy, vacates, isSamePlace: from.place === to.place });
    for (const settled of arranger.run()) {
      const seq = yield* this.plan(settled, policy);
      if (seq !== undefined) arranger.note(settled, seq);
      if (++count % 256 === 0) yield;
    }
  }

  private *plan(settled: Settled, policy: OnConflict): Generator<void, number | undefined> {
    const { draft, targets, manner, from, to } = this.the;
    const { source, folder } = settled.want;
    const path = pathOf(source, from.place.name);
    const target: PlacePath = { place: to.place.name, parts: [...folder.parts, settled.name] };
    if (settled.fate !== 'go') {
      draft.skip({
        kind: source.kind,
        from: path,
        ...(settled.conflict && { conflict: settled.conflict, to: target }),
      });
      return undefined;
    }
    targets.make(folder, draft);
    const bytes = source.kind === 'folder' ? yield* measureFolder(from.place, path.parts) : source.bytes;
    const { after, existing } = settled;
    const entry = { action: manner.action, kind: source.kind, from: path, to: target, id: source.id, bytes };
    return draft.add({ ...entry, onConflict: policy, existing, after }, settled.conflict);
  }

  private at(parts: readonly string[]): PlacePath {
    return { place: this.the.from.place.name, parts };
  }
}

/** Every folder that entries go to and those above; only asked for when a folder is among the entries. */
function* foldersUsed(
  sources: SourceList,
  spotOf: (source: Source, at: number) => Spot,
): Generator<void, ReadonlySet<string>> {
  const used = new Set<string>();
  if (!sources.hasFolders) return used;
  for (let at = 0; at < sources.length; at++) {
    if (at % 1024 === 1023) yield;
    for (const folder of ancestry(spotOf(sources.at(at), at).folder)) used.add(folder);
  }
  return used;
}

/** `a/b/c` → `a`, `a/b`, `a/b/c` */
const ancestry = (parts: readonly string[]): string[] => parts.map((_, at) => parts.slice(0, at + 1).join('/'));

const isFolderThere = (targets: TargetFolders, parts: readonly string[]): boolean => {
  try {
    return targets.at(parts).exists;
  } catch (error) {
    if (error instanceof OrdenaError && error.code === 'NOT_A_FOLDER') return false;
    throw error;
  }
};
